/** A time of day that goes up and down by two large buttons. */

import type { JSX } from "preact";
import { STEP_MINUTES } from "../model/reminder.ts";
import { t, timeOfDay } from "../words.ts";
import { Icon } from "./icons.tsx";

/** One time; `onChange` gets minutes since midnight, which the caller keeps within the day. */
export function ClockStep(props: {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}): JSX.Element {
  const { label, minute, onChange } = props;
  const step = (by: number, word: string, icon: "minus" | "plus"): JSX.Element => (
    <button type="button" class="icon-button" onClick={() => onChange(minute + by)}>
      <Icon name={icon} />
      <span class="quiet">{`${label}: ${word}`}</span>
    </button>
  );
  return (
    <div class="clock-step" role="group" aria-label={label}>
      <span class="clock-label">{label}</span>
      {step(-STEP_MINUTES, t("sooner"), "minus")}
      <output class="clock-time">{timeOfDay(minute)}</output>
      {step(STEP_MINUTES, t("later"), "plus")}
    </div>
  );
}
