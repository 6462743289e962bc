/** Days as ISO text (`2026-11-23`) and how far they are; the time zone is the phone's. */

/** Where a day stands as seen from another; a text that is no day is far. */
export type Nearness = "near" | "past" | "far";

const DAY_MS = 86_400_000;

/** The ISO day of a moment, on the phone's own clock. */
export function isoDay(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Whole days from `from` to `to`; `NaN` when one of them is no day. */
export function daysBetween(from: string, to: string): number {
  return (atNoon(to) - atNoon(from)) / DAY_MS;
}

/** Tell whether a day is over, at most `nearDays` days ahead, or farther. */
export function nearness(day: string, today: string, nearDays: number): Nearness {
  const ahead = daysBetween(today, day);
  if (ahead < 0) return "past";
  return ahead <= nearDays ? "near" : "far";
}

/** Noon of a day without time zones, so that a change of the clocks moves nothing. */
function atNoon(day: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return Number.NaN;
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12);
}
