/** The reminder as the person set it: when, how often, which line, and whether it is on. */

import type { Rule, Started } from "../../cover/base/host.ts";

/** The lines of the cover, and `own` for the person's own words. */
export const LINES = ["add", "look", "week", "store", "waiting", "own"] as const;
export type LineId = (typeof LINES)[number];

/** Every how many weeks. */
export const WEEKS = ["1", "2", "4"] as const;
export type Weeks = (typeof WEEKS)[number];

/** What the person picked, kept also while it is off. */
export interface Reminder {
  /** ISO weekdays, 1 for Monday, in order. */
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly weeks: Weeks;
  readonly line: LineId;
  /** The person's own words for the line. */
  readonly own: string;
  /** `null` while it is off. */
  readonly started: Started | null;
  /** ISO day on which the server heard of it last. */
  readonly renewedOn: string;
}

/** The steps in which times are set. */
export const STEP_MINUTES = 30;

/** The latest end: a window stays within its day. */
export const LAST_MINUTE = 24 * 60 - STEP_MINUTES;

/** Longest line of one's own, in UTF-16 units; a lock screen shows about as much. */
export const MAX_LINE = 60;

/** Without a word from the phone it rests after so many days, where the server did not say. */
export const REST_DAYS = 90;

/** What stands there before anything was picked. */
export const USUAL_REMINDER: Reminder = {
  days: [],
  fromMinute: 10 * 60,
  toMinute: 11 * 60,
  weeks: "1",
  line: "add",
  own: "",
  started: null,
  renewedOn: "",
};

/** Add a day, or take it away. */
export function toggleDay(days: readonly number[], day: number): readonly number[] {
  return days.includes(day)
    ? days.filter((each) => each !== day)
    : [...days, day].sort((a, b) => a - b);
}

/** Move the start; the end stays at least one step behind it. */
export function startAt({ toMinute }: Reminder, fromMinute: number): Partial<Reminder> {
  const from = Math.min(Math.max(fromMinute, 0), LAST_MINUTE - STEP_MINUTES);
  return { fromMinute: from, toMinute: Math.max(toMinute, from + STEP_MINUTES) };
}

/** Move the end; the start stays at least one step before it. */
export function endAt({ fromMinute }: Reminder, toMinute: number): Partial<Reminder> {
  const to = Math.min(Math.max(toMinute, STEP_MINUTES), LAST_MINUTE);
  return { fromMinute: Math.min(fromMinute, to - STEP_MINUTES), toMinute: to };
}

/** Whether it can be turned on as it is. */
export function isComplete({ days, line, own }: Reminder): boolean {
  return days.length > 0 && (line !== "own" || own.trim() !== "");
}

/** The rule for the server. */
export function ruleOf(reminder: Reminder, zone: string): Rule {
  return {
    days: reminder.days,
    from: clock(reminder.fromMinute),
    to: clock(reminder.toMinute),
    zone,
    every: { count: Number(reminder.weeks), unit: "week" },
  };
}

/** After how many days it rests. */
export function restDays({ started }: Reminder): number {
  return started?.days ?? REST_DAYS;
}

/** The ISO day on which it rests when nobody comes by after `renewedOn`; empty for no day. */
export function restsOn(reminder: Reminder): string {
  const { renewedOn } = reminder;
  const last = new Date(`${renewedOn}T12:00:00Z`);
  if (Number.isNaN(last.getTime())) return "";
  last.setUTCDate(last.getUTCDate() + restDays(reminder));
  return last.toISOString().slice(0, 10);
}

function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
