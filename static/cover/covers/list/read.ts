/** Kept data in and out: JSON `{current, lists: [{name, items: [[text, isDone]]}]}`. */

import {
  type Item,
  type List,
  maxItems,
  maxLists,
  type State,
  starter,
} from "./model.ts";
import { maxName, tidy } from "./text.ts";

/** Longer data is not ours: 50 full lists need less. */
const maxData = 64 * 1024 * 1024;

/** Read kept data; what cannot be read is left out. Ids begin at `first`. */
export function readKept(data: string | null, first = 0): State {
  const kept = parse(data);
  if (!isRecord(kept) || !Array.isArray(kept["lists"])) return starter(first);
  let next = first;
  const nextId = (): number => next++;
  const found = kept["lists"].slice(0, maxLists) as unknown[];
  const lists = found.flatMap((list) => readList(list, nextId));
  const shown = lists[Number(kept["current"])] ?? lists[0];
  if (shown === undefined) return starter(next);
  return { lists, current: shown.id, next, removed: null };
}

function parse(data: string | null): unknown {
  if (data === null || data.length > maxData) return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readList(value: unknown, nextId: () => number): List[] {
  if (!isRecord(value) || !Array.isArray(value["items"])) return [];
  const name = typeof value["name"] === "string" ? tidy(value["name"], maxName) : "";
  const found = value["items"].slice(0, maxItems) as unknown[];
  return [{ id: nextId(), name, items: found.flatMap((item) => readItem(item, nextId)) }];
}

function readItem(value: unknown, nextId: () => number): Item[] {
  if (!Array.isArray(value) || typeof value[0] !== "string") return [];
  const text = tidy(value[0]);
  const isDone = value[1] === 1;
  return text === "" ? [] : [{ id: nextId(), text, settled: text, isDone }];
}

/** Write what may be kept; unsettled text is never part of it. */
export function writeKept(state: State): string {
  const lists = state.lists.map(({ name, items }) => {
    const kept = items.filter(({ settled }) => settled !== null);
    return { name, items: kept.map(({ settled, isDone }) => [settled, isDone ? 1 : 0]) };
  });
  const current = state.lists.findIndex(({ id }) => id === state.current);
  return JSON.stringify({ current, lists });
}
