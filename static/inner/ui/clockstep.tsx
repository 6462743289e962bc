/** A time of day that goes up and down by two large buttons. */

import type { JSX } from "preact";
import { STEP_MINUTES } from "../model/reminder.ts";
import { t, timeOfDay } from "../words.ts";
import { IconButton } from "./button.tsx";

/** One time; `onChange` gets minutes since midnight, which the caller keeps within the day. */
export function ClockStep(props: {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}): JSX.Element {
  const { label, minute, onChange } = props;
  const step = (by: number, word: string, icon: "minus" | "plus"): JSX.Element => (
    <IconButton
      icon={icon}
      label={`${label}: ${word}`}
      onPress={() => onChange(minute + by)}
    />
  );
  return (
    <div class="clock-step" role="group" aria-label={label}>
      <span class="clock-label" aria-hidden="true">
        {label}
      </span>
      {step(-STEP_MINUTES, t("sooner"), "minus")}
      <output class="clock-time">{timeOfDay(minute)}</output>
      {step(STEP_MINUTES, t("later"), "plus")}
    </div>
  );
}
