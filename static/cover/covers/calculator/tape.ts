/** The history tape: earlier sums, and the text in which they are kept with the memory. */

import Big from "big.js";
import { evaluate } from "./evaluate.ts";
import { hasWork, type Keys, readKeys, writeKeys } from "./keys.ts";
import { settle } from "./ratio.ts";

/** One earlier sum. */
export interface Entry {
  readonly keys: Keys;
  readonly result: Big;
  /** `asked`: no verdict yet; `loose`: ordinary, to be kept when we may; `kept`: it is kept. */
  readonly status: "asked" | "loose" | "kept";
}

/** Earlier sums, oldest first. */
export type Tape = readonly Entry[];

/** Everything the calculator keeps. */
export interface Kept {
  readonly tape: Tape;
  readonly memory: Big | null;
}

/** Most sums on the tape; the oldest go first. */
export const maxEntries = 100;

/** Longest text that is read. */
const maxTextLength = 100_000;

/** Put a sum at the end of the tape. */
export function addEntry(tape: Tape, entry: Entry): Tape {
  return [...tape, entry].slice(-maxEntries);
}

/** Put what was done before the kept tape arrived after it. */
export function joinTapes(kept: Tape, here: Tape): Tape {
  return [...kept, ...here.filter(({ status }) => status !== "kept")].slice(-maxEntries);
}

/** Mark every sum that may be kept as kept. */
export function markKept(tape: Tape): Tape {
  return tape.map((entry) =>
    entry.status === "loose" ? { ...entry, status: "kept" } : entry,
  );
}

/** Write the kept sums and the memory; a sum that may yet be taken back is left out. */
export function writeKept({ tape, memory }: Kept): string {
  const sums = tape.filter(({ status }) => status === "kept");
  return JSON.stringify([memory, sums.map(({ keys }) => writeKeys(keys))]);
}

/** Read what `writeKept` wrote; whatever cannot be read is left out. */
export function readKept(text: string | null): Kept {
  const [memory, sums]: readonly unknown[] = readList(text);
  const entries = (Array.isArray(sums) ? sums : []).map(readEntry);
  const tape = entries.filter((entry) => entry !== null).slice(-maxEntries);
  return { tape, memory: readMemory(memory) };
}

function readList(text: string | null): readonly unknown[] {
  if (text === null || text.length > maxTextLength) return [];
  try {
    const data: unknown = JSON.parse(text);
    return Array.isArray(data) ? data : [];
  } catch {
    return [];
  }
}

function readEntry(sum: unknown): Entry | null {
  const keys = typeof sum === "string" ? readKeys(sum) : null;
  if (keys === null || !hasWork(keys)) return null;
  // Results are worked out again: nothing kept can disagree with its sum.
  const result = evaluate(keys);
  return result instanceof Big ? { keys, result: settle(result), status: "kept" } : null;
}

function readMemory(memory: unknown): Big | null {
  const keys = typeof memory === "string" ? readKeys(`[${memory}]`) : null;
  const value = keys === null ? null : evaluate(keys);
  return value instanceof Big && !value.eq(0) ? value : null;
}
