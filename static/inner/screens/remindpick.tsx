/** Picking when the reminder may come, and what it says. */

import type { JSX } from "preact";
import { coverName } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import {
  endAt,
  isComplete,
  LINES,
  MAX_LINE,
  startAt,
  toggleDay,
  WEEKS,
} from "../model/reminder.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { ClockStep } from "../ui/clockstep.tsx";
import { Days } from "../ui/days.tsx";
import { Field } from "../ui/field.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import type { RemindPage } from "./remind.tsx";
import { lineWords, weeksWords } from "./remindwords.ts";

function missing(reminder: RemindPage["reminder"]): string {
  if (reminder.days.length === 0) return t("Pick at least one day.");
  return isComplete(reminder) ? "" : t("Write a line, or pick one.");
}

/** The page; what is picked is kept, on or off. */
export function RemindPick(props: RemindPage): JSX.Element {
  const { reminder, put, onBack, onNext } = props;
  const { host } = useInside();
  return (
    <Screen title={t("Remind me")} onBack={onBack}>
      <p class="lead">
        {t("“{name}” can show a line on this phone. The line says nothing of this.", {
          name: coverName(host.cover),
        })}
      </p>
      <Days
        label={t("On which days is that safe?")}
        days={reminder.days}
        onToggle={(day) => put({ days: toggleDay(reminder.days, day) })}
      />
      <div class="choice">
        <p class="label">{t("At what time?")}</p>
        <div class="clock-steps">
          <ClockStep
            label={t("From")}
            minute={reminder.fromMinute}
            onChange={(minute) => put(startAt(reminder, minute))}
          />
          <ClockStep
            label={t("To")}
            minute={reminder.toMinute}
            onChange={(minute) => put(endAt(reminder, minute))}
          />
        </div>
      </div>
      <Choice
        label={t("How often?")}
        options={WEEKS.map((value) => ({ value, name: weeksWords(value) }))}
        value={reminder.weeks}
        onChange={(weeks) => put({ weeks })}
      />
      <Choice
        label={t("What should it say?")}
        options={LINES.map((value) => ({
          value,
          name: value === "own" ? t("My own words") : lineWords(value),
        }))}
        value={reminder.line}
        onChange={(line) => put({ line })}
      />
      {reminder.line === "own" && (
        <Field
          label={t("My line")}
          hint={t(
            "Anyone near the phone can read it. The phone keeps it where others can find it. Write what a list would say.",
          )}
          value={reminder.own}
          most={MAX_LINE}
          onInput={(own) => put({ own })}
        />
      )}
      <Button isBusy={!isComplete(reminder)} onPress={onNext}>
        {t("See how it looks")}
      </Button>
      <p class="hint" role="status">
        {missing(reminder)}
      </p>
    </Screen>
  );
}
