/** The field that adds items: Enter adds, pasted lines become several items, focus stays. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import { inCase } from "../../base/casing.ts";
import { boxTag, caretOf, makeTextBox, setText, textOf } from "../../base/textbox.ts";
import type { Translate } from "../../base/words.ts";
import { plus } from "./icons.ts";
import { maxText, splitLines, tidy } from "./text.ts";

/** What every text box of this cover starts with. */
export const plainField = {
  autocapitalize: "sentences",
  enterkeyhint: "done",
  dir: "auto",
};

/** Make the field and its button. */
export function makeAdder(
  t: Translate,
  add: (texts: readonly string[]) => void,
): HTMLElement {
  const label = t("Add an item");
  const field: HTMLElement = make(boxTag(), {
    ...{ class: "field", ...plainField },
    ...{ "data-hint": label, "aria-placeholder": label, "aria-label": label },
  });
  const commit = (): void => {
    const text = tidy(textOf(field));
    setText(field, "");
    if (text !== "") add([text]);
  };
  makeTextBox(field, { most: maxText, isSingle: true, onEnter: commit });
  field.addEventListener("paste", (event) => {
    const { from, to } = caretOf(field);
    const value = textOf(field);
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const texts = splitLines(value.slice(0, from) + pasted + value.slice(to));
    if (splitLines(pasted).length < 2) return;
    event.preventDefault();
    setText(field, "");
    add(texts);
  });
  const button = makeButton({ class: "add", "aria-label": t("Add it") }, makeIcon(plus));
  // The on-screen keyboard must not go away between two items.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    commit();
    field.focus({ preventScroll: true });
  });
  return make(
    "div",
    { class: "adder" },
    make("div", { class: "pill" }, inCase(field), button),
  );
}
