/** How the person was, now and then: every part may stay empty, and nothing is added up. */

import { daysBetween } from "./days.ts";
import type { Document } from "./document.ts";
import { replaced, without } from "./lines.ts";
import { MAX_ITEMS } from "./raw.ts";

/** From hardest to best; empty while the person has not said. */
export const LEVELS = ["", "1", "2", "3", "4", "5"] as const;
export type Level = (typeof LEVELS)[number];

/** One look at oneself. */
export interface CheckIn {
  readonly id: string;
  /** ISO day; no hour, because a day is enough to look back. */
  readonly day: string;
  readonly mood: Level;
  readonly safety: Level;
  readonly line: string;
}

/** Days after which practising to leave is offered again. */
const PRACTICE_DAYS = 30;

/** Make one of which nothing is said yet. */
export function makeCheckIn(id: string, day: string): CheckIn {
  return { id, day, mood: "", safety: "", line: "" };
}

/** Put one in, the newest first; one that says nothing is taken out. */
export function checkedIn(all: readonly CheckIn[], one: CheckIn): readonly CheckIn[] {
  if (isEmpty(one)) return without(all, one.id);
  return all.some(({ id }) => id === one.id)
    ? replaced(all, one)
    : [one, ...all].slice(0, MAX_ITEMS);
}

/** Tell whether leaving was not practised for long; a day that is not known counts as long ago. */
export function isPracticeDue(
  { firstRun }: Pick<Document, "firstRun">,
  today: string,
): boolean {
  return !(daysBetween(firstRun.practisedOn, today) <= PRACTICE_DAYS);
}

/** Tell whether an answer is one of the two hardest. */
export function isHard(level: Level): boolean {
  return level === "1" || level === "2";
}

function isEmpty({ mood, safety, line }: CheckIn): boolean {
  return mood === "" && safety === "" && line.trim() === "";
}
