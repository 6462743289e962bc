/** One item on the screen. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";
import { grip } from "./icons.ts";
import type { Item } from "./model.ts";

/** The elements of one item; `update` touches only what differs. */
export interface Row {
  readonly node: HTMLLIElement;
  readonly tick: HTMLInputElement;
  readonly text: HTMLButtonElement;
  readonly more: HTMLButtonElement;
  readonly item: () => Item;
  update(item: Item): void;
}

/** Make the row of an item. */
export function makeRow(first: Item, t: Translate): Row {
  let item: Item | null = null;
  const tick = make("input", { type: "checkbox", class: "tick", autocomplete: "off" });
  const text = makeButton({ class: "text", dir: "auto" });
  const more = makeButton(
    { class: "icon-button grip", "aria-haspopup": "menu" },
    makeIcon(grip),
  );
  const node = make(
    "li",
    { class: "row" },
    make("label", { class: "tap" }, tick),
    text,
    more,
  );

  const update = (newer: Item): void => {
    if (newer.text !== item?.text) {
      text.textContent = newer.text;
      tick.setAttribute("aria-label", newer.text);
      text.setAttribute("aria-label", t("Edit {item}", { item: newer.text }));
      more.setAttribute("aria-label", t("More for {item}", { item: newer.text }));
    }
    tick.checked = newer.isDone;
    item = newer;
  };
  update(first);
  return { node, tick, text, more, update, item: () => item ?? first };
}
