/** A prompt answered with a day, and the labelled day that records have too. */

import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { answerAt, answered, type Place } from "../model/answers.ts";
import type { Prompt } from "../model/content.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { day, t } from "../words.ts";

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

/** One day, as ISO text; empty for none. */
export function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const { label, value, onChange } = props;
  const id = useId();
  return (
    <div class="field">
      <div class="label" id={id} aria-hidden="true">
        {label}
      </div>
      <input
        class="field-input"
        type="date"
        autocomplete="off"
        aria-labelledby={id}
        data-empty={value === ""}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {value !== "" && (
        <div class="day">
          <p>{day(value)}</p>
          <Button kind="quiet" onPress={() => onChange("")}>
            {t("No day")}
          </Button>
        </div>
      )}
    </div>
  );
}
