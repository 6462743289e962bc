/** The state of the cover: what was typed, what is still being judged, what is saved. */

import type { CoverContext } from "../../base/cover.ts";
import { addItems, currentList, editItem, type State, starter } from "./model.ts";
import { readKept, writeKept } from "./read.ts";
import { carry, settle } from "./undo.ts";

/** Holds the state; every change is drawn and saved at once. */
export interface Store {
  state(): State;
  /** Go to the next state. */
  set(next: State): void;
  /** Add items; one alone is reported. Tells how many found room. */
  add(texts: readonly string[]): number;
  /** Change the text of an item and report it. */
  edit(id: number, text: string): void;
  /** Show kept data. */
  show(data: string | null): void;
}

/** Make the store; `draw` is called after every change, `quiet` when an entry was taken away. */
export function makeStore(
  { save, entered }: Pick<CoverContext, "save" | "entered">,
  draw: (state: State) => void,
  quiet: () => void,
): Store {
  let state = starter();
  // Until kept data has arrived, saving would put an empty list in its place.
  let isEarly = true;

  const set = (next: State): void => {
    if (next === state) return;
    state = next;
    draw(state);
    if (!isEarly) save(writeKept(state));
  };
  const report = async (id: number, text: string): Promise<void> => {
    const isTaken = await entered(text);
    if (isTaken) quiet();
    set(settle(state, id, text, isTaken));
  };

  return {
    state: () => state,
    set,
    add(texts) {
      const first = state.next;
      const [text, ...more] = texts;
      // Nobody's way in is one line of many. Judging hundreds would take minutes, and what is not
      // judged yet is not saved.
      const next = addItems(state, texts, more.length > 0);
      const count = next.next - first;
      // Also what found no room is an entry; its id then stands for nothing. The worker judges
      // while the list is drawn.
      if (text !== undefined && more.length === 0)
        void report(count > 0 ? first : -1, text);
      set(next);
      return count;
    },
    edit(id, text) {
      const item = currentList(state).items.find((other) => other.id === id);
      if (item === undefined || item.text === text) return;
      set(editItem(state, id, text));
      void report(id, text);
    },
    show(data) {
      const kept = readKept(data, state.next);
      state = carry(kept, state, isEarly);
      isEarly = false;
      draw(state);
      // What was typed before and has been judged meanwhile is not on the disk yet.
      if (writeKept(state) !== writeKept(kept)) save(writeKept(state));
    },
  };
}
