/** The field that adds items: Enter adds, pasted lines become several items, focus stays. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";
import { plus } from "./icons.ts";
import { maxText, splitLines, tidy } from "./text.ts";

/** What every text field starts with: nothing is remembered, checked or filled in. */
export const plainField = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "sentences",
  spellcheck: "false",
  enterkeyhint: "done",
};

/** Make the field and its button. */
export function makeAdder(
  t: Translate,
  add: (texts: readonly string[]) => void,
): HTMLElement {
  const field = make("input", {
    ...{ type: "text", class: "field", dir: "auto", maxlength: maxText, ...plainField },
    ...{ placeholder: t("Add an item"), "aria-label": t("Add an item") },
  });
  const commit = (): void => {
    const text = tidy(field.value);
    field.value = "";
    if (text !== "") add([text]);
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    commit();
  });
  field.addEventListener("paste", (event) => {
    const { selectionStart, selectionEnd, value } = field;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const before = value.slice(0, selectionStart ?? value.length);
    const texts = splitLines(before + pasted + value.slice(selectionEnd ?? value.length));
    if (splitLines(pasted).length < 2) return;
    event.preventDefault();
    field.value = "";
    add(texts);
  });
  const button = makeButton({ class: "add", "aria-label": t("Add") }, makeIcon(plus));
  // The on-screen keyboard must not go away between two items.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    commit();
    field.focus({ preventScroll: true });
  });
  return make("div", { class: "adder" }, make("div", { class: "pill" }, field, button));
}
