/** Changes of order in the current list. */

import { currentList, group, type Item, type State, withItems } from "./model.ts";

/** Put an item before another one of its group; `null` puts it last. */
export function moveItem(state: State, id: number, before: number | null): State {
  const list = currentList(state);
  const moved = list.items.find((item) => item.id === id);
  if (moved === undefined || before === id) return state;
  const others = list.items.filter((item) => item !== moved);
  const index = others.findIndex((item) => item.id === before);
  const items = others.toSpliced(index < 0 ? others.length : index, 0, moved);
  return withItems(state, list.id, items);
}

/** The items an item is shown among: done ones, or those left. */
export function peers(state: State, id: number): Item[] {
  const list = currentList(state);
  const isDone = list.items.find((item) => item.id === id)?.isDone ?? false;
  return group(list, isDone);
}

/** Move an item by some places within its group; at the edge nothing happens. */
export function stepItem(state: State, id: number, by: number): State {
  const among = peers(state, id);
  const from = among.findIndex((item) => item.id === id);
  const to = Math.max(0, Math.min(among.length - 1, from + by));
  if (from < 0 || to === from) return state;
  // Moving down passes the item that stands at the new place.
  const before = among[to > from ? to + 1 : to];
  return moveItem(state, id, before?.id ?? null);
}
