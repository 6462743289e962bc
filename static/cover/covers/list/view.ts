/** The list cover: lists of things to buy or to do. */

import type { MountCover } from "../../base/cover.ts";
import { make } from "../../base/elements.ts";
import { textOf } from "../../base/textbox.ts";
import { makeAdder } from "./adder.ts";
import { glide } from "./arrange.ts";
import { makeAwayLine } from "./away.ts";
import { makeBoard } from "./board.ts";
import { editRow } from "./edit.ts";
import { makeHeader } from "./header.ts";
import { makeItemActions, type Stage } from "./itemactions.ts";
import { itemMenu } from "./itemmenu.ts";
import { makeListActions } from "./listactions.ts";
import { makeMenus } from "./menu.ts";
import { currentList, type List, type State } from "./model.ts";
import type { Row } from "./row.ts";
import { makeStore } from "./store.ts";
import { makeToast } from "./toast.ts";
import { forget, undo } from "./undo.ts";

/** Mount the list cover. */
export const mountList: MountCover = (context) => {
  const { root, translate: t } = context;
  const nameOf = (list: List): string => list.name || t("My list");
  const main = make("main", { class: "page early" });
  const menus = makeMenus(main);
  const toast = makeToast();
  const draw = (state: State): void => {
    const list = currentList(state);
    header.render(state);
    board.render(list, nameOf(list));
    if (state.removed === null) toast.retract();
  };
  const store = makeStore(context, draw, () => toast.say(""));
  const change = (next: State): void => glide(board.inView(), () => store.set(next));
  const putBack = (): void => change(undo(store.state()));
  const stage: Stage = {
    ...{ store, toast, change },
    heading: () => header.heading,
    row: (id) => board.row(id),
    offerUndo: (text) =>
      toast.show(text, {
        label: t("Undo"),
        run: putBack,
        lapse: () => store.set(forget(store.state())),
      }),
  };
  const actions = makeItemActions(context, stage);
  const openMenu = (row: Row): void => {
    const edit = (): void => editRow(row, t, actions);
    menus.open(row.more, itemMenu(t, store.state(), row.item().id, actions, edit));
  };
  const board = makeBoard(t, actions, openMenu);
  const listActions = makeListActions(context, stage, nameOf, {
    rename: () => header.rename(),
    clearDone: () => actions.clearDone(),
  });
  const header = makeHeader(context, menus, nameOf, listActions);
  const adder = makeAdder(t, (texts) => actions.add(texts));
  main.append(header.node, adder, board.node, toast.node);
  const awayLine = makeAwayLine(t, () => {
    root.dispatchEvent(new CustomEvent("take", { bubbles: true }));
  });

  watchUndoKey(root, () => store.state().removed && putBack());
  root.replaceChildren(main);
  draw(store.state());
  return {
    show(data) {
      main.classList.remove("early");
      store.show(data);
    },
    away(isAway) {
      menus.close();
      main.inert = isAway;
      if (isAway) root.prepend(awayLine);
      else awayLine.remove();
    },
    focus() {
      menus.close();
      header.heading.focus({ preventScroll: true });
    },
    isAtRest() {
      const fields = [...main.querySelectorAll<HTMLElement>("[role=textbox]")];
      return (
        store.state().removed === null && fields.every((each) => textOf(each) === "")
      );
    },
  };
};

/** Ctrl+Z puts back what was deleted, except in a field, where it belongs to the text. */
function watchUndoKey(root: HTMLElement, putBack: () => unknown): void {
  root.addEventListener("keydown", (event) => {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    const isText =
      event.target instanceof Element &&
      event.target.matches(".field, .edit, .name-field");
    if (!isUndo || isText) return;
    event.preventDefault();
    putBack();
  });
}
