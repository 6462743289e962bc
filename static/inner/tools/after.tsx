/** After a tool: better, same, worse? Only if the person likes; it sorts the tools. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Tool } from "../model/content.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";
import { type Feeling, felt } from "./felt.ts";

/** The question, then what may come next. */
export function After(props: {
  readonly tool: Tool;
  readonly onAgain: () => void;
}): JSX.Element {
  const { change } = useDocument();
  const { go, back } = useRoute();
  const [said, setSaid] = useState<Feeling | null>(null);
  const say = (feeling: Feeling): void => {
    setSaid(feeling);
    change((doc) => felt(doc, props.tool.id, feeling));
  };
  return (
    <>
      {said === null ? (
        <>
          <p class="lead">{t("You took time for yourself. How is it now?")}</p>
          <div class="felt">
            <Button kind="plain" onPress={() => say("better")}>
              {t("Better")}
            </Button>
            <Button kind="plain" onPress={() => say("same")}>
              {t("The same")}
            </Button>
            <Button kind="plain" onPress={() => say("worse")}>
              {t("Worse")}
            </Button>
          </div>
          <p class="hint">{t("You do not have to answer.")}</p>
        </>
      ) : (
        <p class="lead" role="status">
          {reply(said)}
        </p>
      )}
      {said === "worse" && (
        <Button icon="call" onPress={() => go({ name: "call" })}>
          {t("Call or text")}
        </Button>
      )}
      <Button kind={said === "worse" ? "plain" : "main"} onPress={back}>
        {said === null || said === "better" ? t("Back to Calm") : t("Try something else")}
      </Button>
      <Button kind="quiet" icon="again" onPress={props.onAgain}>
        {t("Once more")}
      </Button>
    </>
  );
}

function reply(said: Feeling): string {
  switch (said) {
    case "better":
      return t("Good. Next time this one will be nearer the top.");
    case "same":
      return t("That is okay. It can take a few tries, or another tool.");
    case "worse":
      return t(
        "Thank you for noticing. It is not your fault; not every tool fits. Look around you, and let someone be with you if you can.",
      );
  }
}
