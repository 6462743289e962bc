/** The translator of the inner app: English text in, text in the pack's language out. */

import { language, strings } from "content";

import { writtenAs } from "../cover/base/language.ts";
import { makeTranslate } from "../cover/base/words.ts";

const tag = writtenAs(language, navigator.languages);

/** Translate a literal English text; `tools/content.py --extract` finds every call. */
export const t = makeTranslate(strings);

/** Format a number the way the phone's country writes it in the pack's language. */
export function number(value: number): string {
  return new Intl.NumberFormat(tag).format(value);
}

/** Write a part of a whole, from 0 to 1, as it is written there. */
export function portion(value: number): string {
  return new Intl.NumberFormat(tag, { style: "percent" }).format(value);
}

/** Write an ISO date (`2026-11-23`) in words of the pack's language; other text stays as it is. */
export function day(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return iso;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(date);
}

/** The name of an ISO weekday, 1 for Monday. */
export function weekday(iso: number): string {
  // The first of June 2026 is a Monday.
  const date = new Date(2026, 5, iso);
  return new Intl.DateTimeFormat(tag, { weekday: "long" }).format(date);
}

/** A time of day from minutes since midnight, the way it is written there. */
export function timeOfDay(minute: number): string {
  const date = new Date(2026, 5, 1, Math.floor(minute / 60), minute % 60);
  return new Intl.DateTimeFormat(tag, { timeStyle: "short" }).format(date);
}

/** Several names in one sentence: "Monday, Tuesday, and Friday". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(tag, { type: "conjunction" }).format(names);
}
