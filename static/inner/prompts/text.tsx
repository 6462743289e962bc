/** A prompt answered in one's own words. */

import type { JSX } from "preact";
import { answerAt, answered, openStarters, type Place } from "../model/answers.ts";
import type { Prompt } from "../model/content.ts";
import { useDocument } from "../model/store.ts";
import { Field } from "../ui/field.tsx";
import { Starters } from "./starters.tsx";

/** A field that grows; starters fill it while it is empty. */
export function TextPrompt(props: {
  readonly prompt: Prompt;
  readonly place: Place<"text">;
}): JSX.Element {
  const { prompt, place } = props;
  const { document, change } = useDocument();
  const { text } = answerAt(document, place);
  const put = (next: string): void =>
    change((doc) => answered(doc, place, () => ({ kind: "text", text: next })));
  return (
    <div class="bare">
      <Field label={prompt.name} value={text} multiline onInput={put} />
      {text === "" && (
        <Starters texts={openStarters(prompt, [])} about={prompt.name} onPick={put} />
      )}
    </div>
  );
}
