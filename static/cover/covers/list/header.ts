/** The top of the cover: the list's name, how much is left, and the buttons of two menus. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import { boxTag, makeTextBox, setText } from "../../base/textbox.ts";
import type { CoverContext } from "../../base/cover.ts";
import { plainField } from "./adder.ts";
import { chevron, dots } from "./icons.ts";
import { editInPlace } from "./inplace.ts";
import { aboutMenu, type ListActions, listsMenu, moreMenu } from "./lists.ts";
import type { Menus } from "./menu.ts";
import { currentList, group, type List, type State } from "./model.ts";
import { maxName, tidy } from "./text.ts";

/** The header's elements. */
export interface Header {
  readonly node: HTMLElement;
  readonly heading: HTMLElement;
  render(state: State): void;
  /** Turn the name into a field. */
  rename(): void;
}

/** Make the header; it is empty until `render`. */
export function makeHeader(
  context: CoverContext,
  menus: Menus,
  nameOf: (list: List) => string,
  actions: ListActions,
): Header {
  const { translate: t } = context;
  const name = make("span", { class: "name", dir: "auto" });
  const title = makeButton(
    { class: "title", "aria-haspopup": "menu" },
    name,
    makeIcon(chevron),
  );
  const heading = make("h1", { tabindex: -1 }, title);
  const more = makeButton(
    { class: "icon-button", "aria-haspopup": "menu", "aria-label": t("List options") },
    makeIcon(dots),
  );
  const count = make("p", { class: "count" });
  const node = make("header", { class: "top" }, heading, more, count);

  const rename = (): void => renameIn(title, name.textContent, t("List name"), actions);
  const render = (state: State): void => {
    const list = currentList(state);
    name.textContent = nameOf(list);
    count.textContent = countLine(context, list);
    title.onclick = () => menus.open(title, listsMenu(context, state, nameOf, actions));
    const about = (): void => menus.open(more, aboutMenu(context));
    more.onclick = () =>
      menus.open(more, moreMenu(context, state, rename, actions, about));
  };
  return { node, heading, rename, render };
}

function renameIn(
  title: HTMLElement,
  name: string,
  label: string,
  actions: ListActions,
): void {
  const field: HTMLElement = make(boxTag(), {
    ...{ class: "name-field", ...plainField },
    ...{ "data-hint": label, "aria-placeholder": label, "aria-label": label },
  });
  makeTextBox(field, { most: maxName, isSingle: true });
  setText(field, name);
  const keep = (text: string): void => {
    const edited = tidy(text, maxName);
    if (edited !== "" && edited !== name) actions.renameList(edited);
  };
  editInPlace({ field, swaps: new Map([[title, field]]), shown: title, keep });
}

function countLine({ translate: t, language }: CoverContext, list: List): string {
  const number = new Intl.NumberFormat(language);
  const done = group(list, true).length;
  const left = list.items.length - done;
  if (list.items.length === 0) return t("No items");
  if (left === 0) return t("All done");
  const some =
    left === 1 ? t("1 left") : t("{count} left", { count: number.format(left) });
  if (done === 0) return some;
  const rest =
    done === 1 ? t("1 done") : t("{count} done", { count: number.format(done) });
  return `${some} · ${rest}`;
}
