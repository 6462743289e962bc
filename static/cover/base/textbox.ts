/**
 * Text boxes that autofill does not read: a `form` element without controls that can be edited.
 *
 * Browsers hand what stands in an `input`, a `textarea` or any other editable element to their own
 * process, where it stays after the page is gone. Of a form they hand over its controls, and
 * there are none (docs/decisions/text-boxes.md).
 */

/** What a text box allows and tells. */
export interface Wishes {
  /** Characters at most; what is pasted is cut, what is typed beyond is refused. */
  readonly most: number;
  /** Line breaks become spaces, and Enter is told instead. */
  readonly isSingle: boolean;
  readonly onText?: (text: string) => void;
  readonly onEnter?: () => void;
}

/** The text under `root`: an editable element's own line breaks count as one character. */
function raw(root: Node): string {
  let text = "";
  for (const node of root.childNodes) {
    if (node instanceof Text) text += node.data;
    else text += node.nodeName === "BR" ? "\n" : raw(node);
  }
  return text;
}

/** What stands in the box. The last line break only holds the place of an empty line. */
export function textOf(box: HTMLElement): string {
  return raw(box).replace(/\n$/, "");
}

/** Put `text` into the box, unless it stands there already. */
export function setText(box: HTMLElement, text: string): void {
  if (raw(box) !== text && textOf(box) !== text) box.textContent = text;
}

/** Where the selection begins and ends, in characters from the start; both 0 without one. */
export function caretOf(box: HTMLElement): { from: number; to: number } {
  const selection = getSelection();
  if (!selection?.rangeCount) return { from: 0, to: 0 };
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer)) return { from: 0, to: 0 };
  const before = document.createRange();
  before.setStart(box, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = raw(before.cloneContents()).length;
  return { from, to: from + raw(range.cloneContents()).length };
}

/** Put the caret behind `at` characters. */
export function putCaret(box: HTMLElement, at: number): void {
  box.textContent = textOf(box);
  const place = box.firstChild ?? box;
  getSelection()?.setPosition(place, Math.min(at, textOf(box).length));
}

/** Select everything in the box. */
export function selectAll(box: HTMLElement): void {
  getSelection()?.selectAllChildren(box);
}

const breaks: readonly string[] = ["insertParagraph", "insertLineBreak"];
const carried: readonly string[] = ["insertFromPaste", "insertFromDrop"];

/** Make `box` a text box; one element for good, so there is nothing to undo. */
export function makeTextBox(box: HTMLFormElement, wishes: Wishes): void {
  const features = {
    ...{
      role: "textbox",
      contenteditable: "plaintext-only",
      "aria-multiline": !wishes.isSingle,
    },
    ...{ spellcheck: false, autocorrect: "off", writingsuggestions: false },
  };
  for (const [name, value] of Object.entries(features)) {
    box.setAttribute(name, String(value));
  }
  box.addEventListener("beforeinput", (event) => check(event, box, wishes));
  box.addEventListener("input", () => {
    const text = textOf(box);
    // Browsers leave a line break in a box that was emptied; the hint shows in a bare one only.
    if (text === "" && raw(box).length < 2) box.replaceChildren();
    wishes.onText?.(text);
  });
}

function check(event: InputEvent, box: HTMLElement, wishes: Wishes): void {
  const { inputType: type } = event;
  const { from, to } = caretOf(box);
  const room = wishes.most - textOf(box).length + to - from;
  if (breaks.includes(type) && wishes.isSingle) {
    event.preventDefault();
    wishes.onEnter?.();
  } else if (carried.includes(type)) {
    event.preventDefault();
    const text = event.dataTransfer?.getData("text/plain") ?? event.data ?? "";
    const lines = text.replaceAll(/\r\n?/g, "\n");
    const plain = wishes.isSingle ? lines.replaceAll("\n", " ") : lines;
    const [target] = event.getTargetRanges();
    if (target) {
      const { startContainer, startOffset, endContainer, endOffset } = target;
      getSelection()?.setBaseAndExtent(
        startContainer,
        startOffset,
        endContainer,
        endOffset,
      );
    }
    // Deprecated, and the one way that the browser's own undo knows of.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("insertText", false, plain.slice(0, Math.max(0, room)));
  } else if (type.startsWith("insert") && !event.isComposing && room < 1) {
    event.preventDefault();
  }
}
