/** Takes kept JSON apart without trusting it; every list and text has a ceiling. */

import { MAX_TEXT } from "./document.ts";

/** Most entries of one list or table. */
export const MAX_ITEMS = 2_000;

/** The keys of `T` with anything at all under them; written with dots, they survive renaming. */
export type Fields<T> = Partial<Record<keyof T, unknown>>;

/** Parse JSON text; `null` for text that is none. */
export function parse(text: string | null): unknown {
  if (text === null || text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The fields of an object, or `null` for anything else. */
export function fieldsOf<T extends object>(value: unknown): Fields<T> | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? value : null;
}

/** A text, cut at its ceiling, or `usual`. */
export function string(value: unknown, usual = ""): string {
  return typeof value === "string" ? value.slice(0, MAX_TEXT) : usual;
}

/** A non-empty text, or `null`, for lists that skip what they cannot use. */
export function word(value: unknown): string | null {
  const text = string(value);
  return text === "" ? null : text;
}

/** A whole number from 0 to `max`, or `usual`. */
export function whole(value: unknown, usual: number, max: number): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0
    ? Math.min(value, max)
    : usual;
}

/** One of `all`, or `usual`. */
export function oneOf<T extends string>(value: unknown, all: readonly T[], usual: T): T {
  return all.find((each) => each === value) ?? usual;
}

/** What `read` makes of each entry, without those it gives `null` for. */
export function list<T extends object | string>(
  value: unknown,
  read: (each: unknown) => T | null,
): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_ITEMS).flatMap((each) => read(each) ?? []);
}

/** The same for the values of an object. */
export function table<T>(
  value: unknown,
  read: (each: unknown) => T | null,
): Readonly<Record<string, T>> {
  const kept: [string, T][] = [];
  for (const [key, each] of Object.entries(fieldsOf(value) ?? {}).slice(0, MAX_ITEMS)) {
    const result = read(each);
    if (result !== null) kept.push([key, result]);
  }
  return Object.fromEntries(kept);
}
