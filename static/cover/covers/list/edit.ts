/** Editing an item in its row, with a bin beside it. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import { boxTag, makeTextBox, putCaret, setText } from "../../base/textbox.ts";
import type { Translate } from "../../base/words.ts";
import type { Actions } from "./actions.ts";
import { plainField } from "./adder.ts";
import { bin } from "./icons.ts";
import { editInPlace } from "./inplace.ts";
import type { Row } from "./row.ts";
import { maxText, tidy } from "./text.ts";

/** Turn a row into a field as high as its text. */
export function editRow(row: Row, t: Translate, actions: Actions): void {
  const { id, text } = row.item();
  const field: HTMLElement = make(boxTag(), {
    ...{ class: "edit", ...plainField },
    "aria-label": t("Edit {item}", { item: text }),
  });
  makeTextBox(field, { most: maxText, isSingle: false });
  setText(field, text);
  const remove = makeButton(
    { class: "icon-button", "aria-label": t("Delete {item}", { item: text }) },
    makeIcon(bin),
  );
  const drop = editInPlace({
    field,
    swaps: new Map<HTMLElement, HTMLElement>([
      [row.text, field],
      [row.more, remove],
    ]),
    shown: row.text,
    keep: (edited) => actions.edit(id, tidy(edited)),
  });
  putCaret(field, text.length);
  // A press on the bin must not end the editing before the click arrives.
  remove.addEventListener("pointerdown", (event) => event.preventDefault());
  remove.addEventListener("click", () => {
    drop();
    row.more.focus({ preventScroll: true });
    actions.remove(id);
  });
}
