/** The translator of the inner app: English text in, text in the pack's language out. */

import { language, strings } from "content";

import { makeTranslate } from "../cover/base/words.ts";

/** Translate a literal English text; `tools/content.py --extract` finds every call. */
export const t = makeTranslate(strings);

/** Format a number the way the pack's language writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Write a part of a whole, from 0 to 1, as the pack's language writes per cent. */
export function portion(value: number): string {
  return new Intl.NumberFormat(language, { style: "percent" }).format(value);
}

/** Write an ISO date (`2026-11-23`) in words of the pack's language; other text stays as it is. */
export function day(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return iso;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
}
