/** Lists and their items: plain data, and every change to it as a pure function. */

/** One line of a list. */
export interface Item {
  readonly id: number;
  /** What is shown. */
  readonly text: string;
  /** What may be kept: equal to `text`, or earlier text, or `null` while nothing may be. */
  readonly settled: string | null;
  readonly isDone: boolean;
}

/** One list; an empty name shows as the starter list's name. */
export interface List {
  readonly id: number;
  readonly name: string;
  readonly items: readonly Item[];
}

/** What the last deletion took away, so that it can be put back. */
export type Removal =
  | { readonly kind: "items"; readonly list: number; readonly taken: readonly Taken[] }
  | { readonly kind: "list"; readonly list: List; readonly index: number };

interface Taken {
  readonly item: Item;
  readonly index: number;
}

/** Everything the cover knows. */
export interface State {
  readonly lists: readonly List[];
  /** Id of the list on the screen; always one of `lists`. */
  readonly current: number;
  /** Next free id. */
  readonly next: number;
  readonly removed: Removal | null;
}

/** The most lists there can be. */
export const maxLists = 50;
/** The most items one list can hold. */
export const maxItems = 2_000;

/** One empty starter list; ids begin at `first`. */
export function starter(first = 0): State {
  const lists = [{ id: first, name: "", items: [] }];
  return { lists, current: first, next: first + 1, removed: null };
}

/** The list on the screen. */
export function currentList(state: State): List {
  const list = state.lists.find(({ id }) => id === state.current) ?? state.lists[0];
  if (list === undefined) throw new RangeError("no list");
  return list;
}

/** Items of a list that are done, or that are not. */
export function group(list: List, isDone: boolean): Item[] {
  return list.items.filter((item) => item.isDone === isDone);
}

/** Replace the items of one list. */
export function withItems(state: State, listId: number, items: readonly Item[]): State {
  const lists = state.lists.map((list) =>
    list.id === listId ? { ...list, items } : list,
  );
  return { ...state, lists };
}

/** Add new items at the end of the current list, as many as still fit; settled or yet to be. */
export function addItems(
  state: State,
  texts: readonly string[],
  isSettled = false,
): State {
  const { id, items } = currentList(state);
  const fresh = texts.slice(0, maxItems - items.length).map((text, index) => {
    const settled = isSettled ? text : null;
    return { id: state.next + index, text, settled, isDone: false };
  });
  const next = state.next + fresh.length;
  return { ...withItems(state, id, [...items, ...fresh]), next };
}

function changeItem(state: State, id: number, change: (item: Item) => Item): State {
  const list = currentList(state);
  const items = list.items.map((item) => (item.id === id ? change(item) : item));
  return withItems(state, list.id, items);
}

/** Show other text for an item; it stays unsettled until `settle`. */
export function editItem(state: State, id: number, text: string): State {
  return changeItem(state, id, (item) => ({ ...item, text }));
}

/** Tick an item, or untick it: it goes back to where it was. */
export function tickItem(state: State, id: number, isDone: boolean): State {
  return changeItem(state, id, (item) => ({ ...item, isDone }));
}

function removeItems(state: State, isTaken: (item: Item) => boolean): State {
  const { id, items } = currentList(state);
  const all = items.map((item, index) => ({ item, index }));
  const taken = all.filter(({ item }) => isTaken(item));
  if (taken.length === 0) return state;
  const left = items.filter((item) => !isTaken(item));
  return { ...withItems(state, id, left), removed: { kind: "items", list: id, taken } };
}

/** Delete one item of the current list. */
export function removeItem(state: State, id: number): State {
  return removeItems(state, (item) => item.id === id);
}

/** Delete every ticked item of the current list. */
export function clearDone(state: State): State {
  return removeItems(state, (item) => item.isDone);
}

/** Add an empty list and show it; nothing happens when there are too many. */
export function addList(state: State, name: string): State {
  if (state.lists.length >= maxLists) return state;
  const list = { id: state.next, name, items: [] };
  return { ...state, lists: [...state.lists, list], current: list.id, next: list.id + 1 };
}

/** Rename the current list. */
export function renameList(state: State, name: string): State {
  const { id } = currentList(state);
  const lists = state.lists.map((list) => (list.id === id ? { ...list, name } : list));
  return { ...state, lists };
}

/** Show another list. */
export function switchList(state: State, id: number): State {
  return state.lists.some((list) => list.id === id) ? { ...state, current: id } : state;
}

/** Delete the current list; the last one leaves an empty starter list behind. */
export function removeList(state: State): State {
  const list = currentList(state);
  const index = state.lists.indexOf(list);
  const left = state.lists.filter((other) => other !== list);
  const removed: Removal = { kind: "list", list, index };
  const neighbour = left[Math.min(index, left.length - 1)];
  if (neighbour === undefined) return { ...starter(state.next), removed };
  return { ...state, lists: left, current: neighbour.id, removed };
}
