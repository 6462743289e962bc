/** A labelled day: the phone's own picker, and the day in words with a way to have none. */

import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { day, t } from "../words.ts";
import { Button } from "./button.tsx";

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
      <div class="label" id={id}>
        {label}
      </div>
      <input
        class="field-input"
        type="date"
        autocomplete="off"
        aria-labelledby={id}
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
