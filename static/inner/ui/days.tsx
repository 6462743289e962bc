/** Days of the week to pick from, any number of them. */

import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { weekday } from "../words.ts";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Seven chips that are on or off; `days` are ISO weekdays. */
export function Days(props: {
  readonly label: string;
  readonly days: readonly number[];
  readonly onToggle: (day: number) => void;
}): JSX.Element {
  const { label, days, onToggle } = props;
  const id = useId();
  return (
    <div class="choice">
      <p class="label" id={id} aria-hidden="true">
        {label}
      </p>
      <div class="chips" role="group" aria-labelledby={id}>
        {WEEK.map((day) => (
          <button
            key={day}
            type="button"
            class="chip"
            role="checkbox"
            aria-checked={days.includes(day)}
            onClick={() => onToggle(day)}
          >
            {weekday(day)}
          </button>
        ))}
      </div>
    </div>
  );
}
