/** A prompt answered with a day. */

import type { JSX } from "preact";
import { answerAt, answered, type Place } from "../model/answers.ts";
import type { Prompt } from "../model/content.ts";
import { useDocument } from "../model/store.ts";
import { DayField } from "../ui/dayfield.tsx";

/** The phone's own day picker, and a way to have no day. */
export function DatePrompt(props: {
  readonly prompt: Prompt;
  readonly place: Place<"date">;
}): JSX.Element {
  const { prompt, place } = props;
  const { document, change } = useDocument();
  const { date } = answerAt(document, place);
  const put = (next: string): void =>
    change((doc) => answered(doc, place, () => ({ kind: "date", date: next })));
  return (
    <div class="bare">
      <DayField label={prompt.name} value={date} onChange={put} />
    </div>
  );
}
