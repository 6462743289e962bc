/**
 * The case round a text box: its words stay out of the process of the window.
 *
 * After each key WebKitGTK sends the text that can be edited around the caret to the process of the
 * window, for input methods, where it stays after the page is gone. It leaves out what lies in
 * an element that clips all of its contents, and that is asked by the size of the content box: the
 * inner part of a case has none, since the box in it floats, and yet clips nothing downwards
 * (docs/decisions/text-boxes.md). What WebKit finds by the same look at the text is done by hand here:
 * copying, and where the next word ends.
 */

import { make } from "./elements.ts";
import { caretOf, isCased, textOf } from "./textbox.ts";

/** The style of a case, which the layer over the cover needs once more. */
export const caseCss = `
.case { display: flow-root; flex: 1; min-inline-size: 0; }
.case > div { overflow-x: clip; margin-inline: -4px; padding-inline: 4px; }
.case > div > * { position: relative; float: left; inline-size: 100%; }
`;

/** What to put into the page for a text box: the box, in a case where it needs one. */
export function inCase(box: HTMLElement): HTMLElement {
  return isCased() ? make("div", { class: "case" }, make("div", {}, box)) : box;
}

/** Lay cases out, and do by hand what WebKit cannot do in one, for every text box of the page. */
export function watchCases(): void {
  if (!isCased()) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(caseCss);
  document.adoptedStyleSheets = [sheet];
  for (const name of ["copy", "cut", "keydown", "dblclick"])
    document.addEventListener(name, act);
}

function act(event: Event): void {
  const [box] = event.composedPath();
  if (!(box instanceof HTMLElement) || box.role !== "textbox") return;
  if (event instanceof ClipboardEvent) carry(event, box);
  else if (event instanceof KeyboardEvent) step(event, box);
  else {
    getSelection()?.collapseToStart();
    toWordEnd(box, "extend");
  }
}

function carry(event: ClipboardEvent, box: HTMLElement): void {
  const { from, to } = caretOf(box);
  if (from === to) return;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", textOf(box).slice(from, to));
  if (event.type === "cut") drop();
}

/** Ctrl with the right arrow or Delete, in a text that runs to the right. */
function step(event: KeyboardEvent, box: HTMLElement): void {
  const isDelete = event.key === "Delete";
  const isArrow = event.key === "ArrowRight" && getComputedStyle(box).direction === "ltr";
  if (!event.ctrlKey || !(isDelete || isArrow)) return;
  event.preventDefault();
  toWordEnd(box, isDelete || event.shiftKey ? "extend" : "move");
  if (isDelete) drop();
}

function toWordEnd(box: HTMLElement, how: "extend" | "move"): void {
  const selection = getSelection();
  if (how === "move") selection?.collapseToEnd();
  const rest = textOf(box).slice(caretOf(box).to);
  const word = /^[^\p{L}\p{N}]*[\p{L}\p{N}'’]*/u.exec(rest)?.[0] ?? "";
  for (let at = 0; at < word.length; at++) selection?.modify(how, "forward", "character");
}

/** Delete what is selected, so that the browser's own undo knows of it. */
function drop(): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand("delete");
}
