/** Turn the reminder on, or on for longer, as the person set it. */

import type { Hindrance } from "../../cover/base/host.ts";
import { ruleOf } from "../model/reminder.ts";
import type { RemindPage } from "./remind.tsx";
import { lineOf } from "./remindwords.ts";

/** Start it and keep what the server calls it; gives what stood in the way. */
export async function startReminder({
  reminders,
  reminder,
  put,
}: Pick<RemindPage, "reminders" | "reminder" | "put">): Promise<Hindrance | null> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const rule = ruleOf(reminder, timeZone);
  const outcome = await reminders
    .start(rule, lineOf(reminder), reminder.started)
    .catch(() => "unable" as const);
  if (typeof outcome === "string") return outcome;
  put({ started: outcome, renewedOn: today() });
  return null;
}

/** The present day, as in `renewedOn`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
