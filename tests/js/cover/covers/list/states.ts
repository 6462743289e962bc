/** Small states that the list tests begin with. */

import {
  type Item,
  type State,
  currentList,
} from "../../../../../static/cover/covers/list/model.ts";
import { readKept } from "../../../../../static/cover/covers/list/read.ts";

/** A state with one list; items that begin with "x" are done, without their "x". */
export function listOf(...texts: string[]): State {
  const items = texts.map((text) =>
    text.startsWith("x") ? [text.slice(1), 1] : [text, 0],
  );
  return readKept(JSON.stringify({ current: 0, lists: [{ name: "Shop", items }] }));
}

/** The texts of the current list, in order. */
export function texts(state: State): string[] {
  return currentList(state).items.map(({ text }) => text);
}

/** The item with this text. */
export function itemOf(state: State, text: string): Item {
  const item = currentList(state).items.find((other) => other.text === text);
  if (item === undefined) throw new RangeError(`no item ${text}`);
  return item;
}
