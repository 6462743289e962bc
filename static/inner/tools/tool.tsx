/** One tool: it starts at once, Stop is always in the same place, and afterwards it asks, once. */

import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { tools } from "content";
import type { Tool } from "../model/content.ts";
import { useRoute } from "../model/route.ts";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { After } from "./after.tsx";
import { Breathing } from "./breathing.tsx";
import { Busy } from "./busy/busy.tsx";
import { Comfort } from "./comfort/comfort.tsx";
import { Sounds } from "./sounds.tsx";
import { Steps } from "./steps.tsx";
import { Talk } from "./talk.tsx";
import { Tapping } from "./tapping.tsx";

/** The screen of the tool with this id. */
export function ToolScreen({ id }: { readonly id: string }): JSX.Element {
  const { back } = useRoute();
  const [isOver, setOver] = useState(false);
  const tool = tools.find((each) => each.id === id);
  if (tool === undefined) {
    return (
      <Screen title={t("Calm now")} onBack={back}>
        <p>{t("This page is not here any more.")}</p>
      </Screen>
    );
  }
  if (isOver) {
    return (
      <Screen key="after" title={tool.name} onBack={back}>
        <After tool={tool} onAgain={() => setOver(false)} />
      </Screen>
    );
  }
  const stop = (): void => setOver(true);
  return (
    <Screen key="tool" title={tool.name} onBack={back}>
      {toolOf(tool, stop)}
      <StopBar>
        <Button kind="plain" onPress={stop}>
          {t("Stop")}
        </Button>
      </StopBar>
    </Screen>
  );
}

function toolOf(tool: Tool, stop: () => void): JSX.Element {
  switch (tool.kind) {
    case "breathing":
      return <Breathing tool={tool} />;
    case "tapping":
      return <Tapping tool={tool} />;
    case "busy":
      return <Busy />;
    case "comfort":
      return <Comfort />;
    case "talk":
      return <Talk tool={tool} />;
    case "sounds":
      return <Sounds />;
    case "steps":
    case "wave":
      return <Steps tool={tool} onDone={stop} />;
  }
}

/** The bottom corner opposite to the Close button. */
function StopBar({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="stop">{children}</div>;
}
