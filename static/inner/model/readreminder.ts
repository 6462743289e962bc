/** Reads a kept reminder back; whatever is missing or odd becomes its usual value. */

import type { Started } from "../../cover/base/host.ts";
import { fieldsOf, oneOf, string, whole } from "./raw.ts";
import {
  LAST_MINUTE,
  LINES,
  MAX_LINE,
  REST_DAYS,
  type Reminder,
  USUAL_REMINDER,
  WEEKS,
} from "./reminder.ts";

/** The most that a server may be set to. */
const MAX_REST_DAYS = 3_650;

/** Read a kept reminder; whatever is odd becomes its usual value. */
export function readReminder(value: unknown): Reminder {
  const raw = fieldsOf<Reminder>(value);
  const usual = USUAL_REMINDER;
  if (raw === null) return usual;
  const fromMinute = whole(raw.fromMinute, usual.fromMinute, LAST_MINUTE);
  const toMinute = whole(raw.toMinute, usual.toMinute, LAST_MINUTE);
  return {
    days: Array.isArray(raw.days)
      ? [1, 2, 3, 4, 5, 6, 7].filter((day) => (raw.days as unknown[]).includes(day))
      : [],
    ...(fromMinute < toMinute
      ? { fromMinute, toMinute }
      : { fromMinute: usual.fromMinute, toMinute: usual.toMinute }),
    weeks: oneOf(raw.weeks, WEEKS, usual.weeks),
    line: oneOf(raw.line, LINES, usual.line),
    own: string(raw.own).slice(0, MAX_LINE),
    started: readStarted(raw.started),
    renewedOn: string(raw.renewedOn),
  };
}

function readStarted(value: unknown): Started | null {
  const raw = fieldsOf<Started>(value);
  if (raw === null || typeof raw.id !== "string" || raw.id === "") return null;
  const days = whole(raw.days, REST_DAYS, MAX_REST_DAYS) || REST_DAYS;
  return { id: raw.id, endpoint: string(raw.endpoint), days };
}
