/** The items on the screen, in two groups; only what changed is touched. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";
import type { Actions } from "./actions.ts";
import { arrange, onScreen } from "./arrange.ts";
import { followDrag } from "./drag.ts";
import { editRow } from "./edit.ts";
import { lines } from "./icons.ts";
import { group, type Item, type List } from "./model.ts";
import { type Row, makeRow } from "./row.ts";

/** The two groups of rows. */
export interface Board {
  readonly node: HTMLElement;
  render(list: List, name: string): void;
  row(id: number): Row | undefined;
  /** Elements worth animating when the board changes. */
  inView(): Element[];
}

/** Make the board; `openMenu` is asked for the menu of a row. */
export function makeBoard(
  t: Translate,
  actions: Actions,
  openMenu: (row: Row) => void,
): Board {
  let rows = new Map<number, Row>();
  const left = make("ul", { class: "rows", role: "list" });
  const done = make("ul", { class: "rows done", role: "list", "aria-label": t("Done") });
  const clear = makeButton(
    { class: "clear", on: { click: () => actions.clearDone() } },
    t("Clear"),
  );
  clear.setAttribute("aria-label", t("Clear done items"));
  const doneHead = make("div", { class: "done-head" }, make("h2", {}, t("Done")), clear);
  const empty = make(
    "div",
    { class: "empty" },
    makeIcon(lines),
    make("p", {}, t("Nothing here yet")),
  );
  empty.append(make("p", { class: "hint" }, t("Add the first item above.")));
  const node = make("div", { class: "board" }, left, empty, doneHead, done);

  const rowOf = (target: EventTarget | null): Row | undefined => {
    const line = target instanceof Element ? target.closest("li") : null;
    return line === null ? undefined : byNode.get(line);
  };
  const byNode = new WeakMap<Element, Row>();
  let again: () => void;
  listen(node, rowOf, { t, actions, openMenu, putBack: () => again() });

  const renderGroup = (
    parent: Element,
    items: readonly Item[],
    next: Map<number, Row>,
  ): void => {
    const nodes = items.map((item) => {
      const row = rows.get(item.id) ?? makeRow(item, t);
      if (row.item() !== item) row.update(item);
      byNode.set(row.node, row);
      next.set(item.id, row);
      return row.node;
    });
    arrange(parent, nodes);
  };
  return {
    node,
    row: (id) => rows.get(id),
    inView: () => [...onScreen([left, done], node.getBoundingClientRect().top), doneHead],
    render(list, name) {
      again = () => this.render(list, name);
      const next = new Map<number, Row>();
      left.setAttribute("aria-label", name);
      renderGroup(left, group(list, false), next);
      renderGroup(done, group(list, true), next);
      rows = next;
      empty.classList.toggle("gone", list.items.length > 0);
      doneHead.classList.toggle("gone", done.childElementCount === 0);
    },
  };
}

interface Parts {
  readonly t: Translate;
  readonly actions: Actions;
  readonly openMenu: (row: Row) => void;
  /** Bring the rows into the order of the list. */
  readonly putBack: () => void;
}

/** One listener of each kind serves all rows. */
function listen(
  node: HTMLElement,
  rowOf: (target: EventTarget | null) => Row | undefined,
  { t, actions, openMenu, putBack }: Parts,
): void {
  const isIn = (part: Element, { target }: Event): boolean =>
    target instanceof Node && part.contains(target);
  node.addEventListener("change", (event) => {
    const row = rowOf(event.target);
    if (row?.tick === event.target) actions.tick(row.item().id, row.tick.checked);
  });
  node.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    if (row && isIn(row.text, event)) editRow(row, t, actions);
    else if (row && isIn(row.more, event)) openMenu(row);
  });
  node.addEventListener("pointerdown", (event) => {
    const row = rowOf(event.target);
    if (row === undefined || event.button !== 0 || !isIn(row.more, event)) return;
    const drop = (before: Element | null): void => {
      actions.move(row.item().id, rowOf(before)?.item().id ?? null);
    };
    followDrag(event, row.more, row.node, drop, putBack);
  });
  node.addEventListener("keydown", (event) => {
    const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };
    const step = steps[event.key];
    const row = rowOf(event.target);
    if (row === undefined || !event.altKey || step === undefined) return;
    event.preventDefault();
    actions.step(row.item().id, step);
  });
}
