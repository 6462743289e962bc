/** What happens when a person does something with an item: the change, then focus and words. */

import type { CoverContext } from "../../base/cover.ts";
import type { Actions } from "./actions.ts";
import { clearDone, type Item, removeItem, type State, tickItem } from "./model.ts";
import { moveItem, peers, stepItem } from "./order.ts";
import type { Row } from "./row.ts";
import type { Store } from "./store.ts";
import type { Toast } from "./toast.ts";

/** What the actions work on. */
export interface Stage {
  readonly store: Store;
  readonly toast: Toast;
  readonly heading: () => HTMLElement;
  readonly row: (id: number) => Row | undefined;
  /** Go to the next state and let the rows glide. */
  readonly change: (next: State) => void;
  /** Offer to put back what was just deleted. */
  readonly offerUndo: (text: string) => void;
}

/** Make the actions of items. */
export function makeItemActions(context: CoverContext, stage: Stage): Actions {
  const { translate: t, language } = context;
  const { store, toast, row, change } = stage;
  const number = new Intl.NumberFormat(language);
  const find = (id: number): Item | undefined => row(id)?.item();
  const tellPlace = (id: number): void => {
    const among = peers(store.state(), id);
    const place = among.findIndex((item) => item.id === id);
    const values = {
      place: number.format(place + 1),
      count: number.format(among.length),
    };
    const item = among[place]?.text ?? "";
    toast.say(t("{item}: {place} of {count}", { item, ...values }));
  };
  const move = (id: number, next: State): void => {
    if (next === store.state()) return;
    change(next);
    row(id)?.node.scrollIntoView({ block: "nearest" });
    tellPlace(id);
  };
  const remove = (id: number): void => {
    const text = find(id)?.text ?? "";
    withNeighbour(stage, id, "more", () => change(removeItem(store.state(), id)));
    stage.offerUndo(t("“{item}” deleted", { item: text }));
  };

  return {
    remove,
    move: (id, before) => move(id, moveItem(store.state(), id, before)),
    step: (id, by) => move(id, stepItem(store.state(), id, by)),
    add(texts) {
      const { next } = store.state();
      const count = store.add(texts);
      if (count < texts.length) toast.show(t("This list is full."));
      else toast.say(t("Added"));
      row(next + count - 1)?.node.scrollIntoView({ block: "nearest" });
    },
    edit(id, text) {
      if (text === "") remove(id);
      else store.edit(id, text);
    },
    tick(id, isDone) {
      const next = tickItem(store.state(), id, isDone);
      withNeighbour(stage, id, "tick", () => change(next));
      const item = find(id)?.text ?? "";
      toast.say(isDone ? t("{item}: done", { item }) : t("{item}: not done", { item }));
    },
    clearDone() {
      const before = store.state();
      change(clearDone(before));
      const { removed } = store.state();
      if (removed?.kind !== "items" || removed === before.removed) return;
      stage.heading().focus({ preventScroll: true });
      const count = number.format(removed.taken.length);
      stage.offerUndo(t("Done items cleared: {count}", { count }));
    },
  };
}

/** Do something that takes a row from its place; focus then goes to the row that follows. */
function withNeighbour(
  { store, row, heading }: Stage,
  id: number,
  part: "tick" | "more",
  act: () => void,
): void {
  const among = peers(store.state(), id);
  const place = among.findIndex((item) => item.id === id);
  const near = among[place + 1] ?? among[place - 1];
  const had = row(id)?.node.contains(document.activeElement) === true;
  act();
  if (!had) return;
  const goal = near === undefined ? heading() : row(near.id)?.[part];
  goal?.focus({ preventScroll: true });
}
