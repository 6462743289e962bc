/** Calm: the tools, what helped before at the front. */

import type { JSX } from "preact";
import { tools } from "content";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Comforts } from "../tools/comforts.tsx";
import { Drawing } from "../tools/drawings.tsx";
import { byHelp } from "../tools/felt.ts";
import { Row, Rows } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The list of tools; one tap starts one. */
export function Calm(): JSX.Element {
  const { document } = useDocument();
  const { go, back } = useRoute();
  return (
    <Screen title={t("Calm now")} onBack={back}>
      <p class="lead">{t("Pick one. You can stop whenever you want.")}</p>
      <div class="calm-list">
        {byHelp(tools, document.tools).map((tool) => (
          <button
            key={tool.id}
            type="button"
            class="tool-card"
            onClick={() => go({ name: "tool", id: tool.id })}
          >
            <Drawing id={tool.id} />
            <span class="tool-name">{tool.name}</span>
            <span class="row-detail">{tool.about}</span>
          </button>
        ))}
      </div>
      <Rows>
        <Row
          icon="call"
          title={t("Call or text")}
          detail={t("If you would rather have someone with you")}
          onPress={() => go({ name: "call" })}
        />
      </Rows>
      <Comforts />
    </Screen>
  );
}
