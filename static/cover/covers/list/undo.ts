/** Putting back what was deleted, and settling whether an entry stays. */

import {
  type Item,
  type List,
  maxItems,
  maxLists,
  type State,
  starter,
  withItems,
} from "./model.ts";

/** Put back what the last deletion took, in its old place, as far as it still fits. */
export function undo(state: State): State {
  const { removed } = state;
  if (removed === null) return state;
  const open = { ...state, removed: null };
  if (removed.kind === "list") return putBackList(open, removed.list, removed.index);
  const list = state.lists.find(({ id }) => id === removed.list);
  if (list === undefined) return open;
  const items = [...list.items];
  for (const { item, index } of removed.taken) {
    if (items.length < maxItems) items.splice(index, 0, item);
  }
  return { ...withItems(open, list.id, items), current: list.id };
}

function putBackList(state: State, list: List, index: number): State {
  const [only, ...more] = state.lists;
  // Deleting the only list left an empty one in its place; nothing is lost with it.
  const isStandIn = only?.name === "" && only.items.length === 0 && more.length === 0;
  const others = isStandIn ? [] : state.lists;
  if (others.length >= maxLists) return state;
  return { ...state, lists: others.toSpliced(index, 0, list), current: list.id };
}

/** Forget what was deleted. */
export function forget(state: State): State {
  return state.removed === null ? state : { ...state, removed: null };
}

/**
 * Decide about one entry: `isTaken` takes it away again, or puts back the text before it.
 *
 * An item that was edited since is judged by its newer entry; this one is only noted.
 */
export function settle(state: State, id: number, entry: string, isTaken: boolean): State {
  const judge = (item: Item): Item | null => {
    if (item.id !== id || item.settled === item.text) return item;
    if (!isTaken) return { ...item, settled: entry };
    if (item.text !== entry) return item;
    return item.settled === null ? null : { ...item, text: item.settled };
  };
  const lists = state.lists.map((list) => judgeList(list, judge));
  return { ...state, lists, removed: judgeRemoved(state, judge) };
}

type Judge = (item: Item) => Item | null;

function judgeList(list: List, judge: Judge): List {
  const items = list.items.map(judge).filter((item) => item !== null);
  const isSame = items.every((item, index) => item === list.items[index]);
  return isSame && items.length === list.items.length ? list : { ...list, items };
}

function judgeRemoved({ removed }: State, judge: Judge): State["removed"] {
  if (removed === null) return null;
  if (removed.kind === "list")
    return { ...removed, list: judgeList(removed.list, judge) };
  const taken = removed.taken.flatMap(({ item, index }) => {
    const judged = judge(item);
    return judged === null ? [] : [{ item: judged, index }];
  });
  return taken.length === 0 ? null : { ...removed, taken };
}

/** Take over kept data, and carry along items of `old` that were typed before it arrived. */
export function carry(kept: State, old: State, isEarly: boolean): State {
  const typed = old.lists
    .flatMap((list) => list.items)
    .filter((item) => isEarly || item.settled === null);
  const list = kept.lists.find(({ id }) => id === kept.current) ?? starter().lists[0];
  if (list === undefined || typed.length === 0) return kept;
  const items = [...list.items, ...typed].slice(0, maxItems);
  return withItems(kept, list.id, items);
}
