/** A prompt answered with yes, no, or not sure. */

import type { JSX } from "preact";
import { answerAt, answered, type Place } from "../model/answers.ts";
import type { Prompt } from "../model/content.ts";
import { useDocument } from "../model/store.ts";
import { Choice } from "../ui/choice.tsx";
import { t } from "../words.ts";

/** Three answers, and a fourth that takes the answer back. */
export function YesNoPrompt(props: {
  readonly prompt: Prompt;
  readonly place: Place<"yesno">;
}): JSX.Element {
  const { prompt, place } = props;
  const { document, change } = useDocument();
  const { choice } = answerAt(document, place);
  return (
    <div class="bare">
      <Choice
        label={prompt.name}
        options={[
          { value: "yes", name: t("Yes") },
          { value: "no", name: t("No") },
          { value: "unsure", name: t("Not sure") },
          { value: "", name: t("No answer") },
        ]}
        value={choice}
        onChange={(next) =>
          change((doc) => answered(doc, place, () => ({ kind: "choice", choice: next })))
        }
      />
    </div>
  );
}
