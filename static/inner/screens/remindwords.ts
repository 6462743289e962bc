/** The words of a reminder: its line, when it comes, and why it cannot. */

import type { Hindrance, Host } from "../../cover/base/host.ts";
import { coverName } from "../model/cover.ts";
import type { LineId, Reminder, Weeks } from "../model/reminder.ts";
import { listed, t, timeOfDay, weekday } from "../words.ts";

/** What the cover might say; `own` gives nothing. */
export function lineWords(id: LineId): string {
  switch (id) {
    case "add":
      return t("Anything to add to your list?");
    case "look":
      return t("Time to look at your list");
    case "week":
      return t("Your list for the week");
    case "store":
      return t("Do you need something from the store?");
    case "waiting":
      return t("Some things are still on your list");
    case "own":
      return "";
  }
}

/** The line that shows. */
export function lineOf({ line, own }: Reminder): string {
  return line === "own" ? own.trim() : lineWords(line);
}

/** How often, as a choice. */
export function weeksWords(weeks: Weeks): string {
  switch (weeks) {
    case "1":
      return t("every week");
    case "2":
      return t("every second week");
    case "4":
      return t("every fourth week");
  }
}

/** When, in one sentence. */
export function whenWords({ days, fromMinute, toMinute, weeks }: Reminder): string {
  return t("{days}, some time from {from} to {to}, {often}.", {
    days: listed(days.map(weekday)),
    from: timeOfDay(fromMinute),
    to: timeOfDay(toMinute),
    often: weeksWords(weeks),
  });
}

/** Why it cannot be had, and what helps. */
export function hindranceWords(
  hindrance: Hindrance,
  host: Pick<Host, "cover" | "isInstalled">,
  isApple: boolean,
): string {
  switch (hindrance) {
    case "unable":
      return isApple && !host.isInstalled
        ? t("On an iPhone this works only from the icon on the home screen.")
        : t("This browser or this window cannot do it. A private window never can.");
    case "blocked":
      return t(
        "The browser was told to show nothing from “{name}”. You can change that in its settings, under notifications.",
        { name: coverName(host.cover) },
      );
    case "unasked":
      return t("The question was closed. Touch the button to see it again.");
    case "none":
      return t("The people who run this page have it turned off.");
    case "unreached":
      return t("There was no answer. Is there internet? Please try again.");
  }
}
