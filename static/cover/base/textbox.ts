/**
 * Text boxes that autofill does not read: an `output` element that can be edited.
 *
 * Browsers hand what stands in an `input`, a `textarea` or any other editable element to their own
 * process, where it stays after the page is gone. An `output` is a form control, so it is not
 * taken for an editable text, and as a control it is none that is filled in
 * (docs/decisions/text-boxes.md). WebKit, which has no such autofill, lets no caret into a form
 * control; there it is a `div`.
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

/** The element that a text box is made of in this browser. */
export function boxTag(): "div" | "output" {
  return navigator.vendor.startsWith("Apple") ? "div" : "output";
}

/**
 * Whether a text box stands in a case (`casing.ts`): in WebKit on Linux, which tells the process of
 * the window what stands around the caret.
 */
export function isCased(): boolean {
  return boxTag() === "div" && navigator.userAgent.includes("Linux");
}

/** The text under `root`: an editable element's own line breaks count as one character. */
function raw(root: Node): string {
  let text = "";
  for (const node of root.childNodes) {
    if (node instanceof Text) text += node.data;
    else if (node.nodeName === "BR") text += "\n";
    // WebKit puts each further line that is pasted into a block, an empty one with a break in it.
    else text += (node.nodeName === "DIV" ? "\n" : "") + raw(node).replace(/^\n$/, "");
  }
  return text;
}

/** What stands in the box. The last line break only holds the place of an empty line. */
export function textOf(box: HTMLElement): string {
  return raw(box).replace(/\n$/, "");
}

/** Let the box say exactly `text`; behind a last line break another one holds the empty line. */
function fill(box: HTMLElement, text: string): void {
  box.textContent = text.endsWith("\n") ? `${text}\n` : text;
}

/** Put `text` into the box, unless it stands there already. */
export function setText(box: HTMLElement, text: string): void {
  if (textOf(box) !== text) fill(box, text);
}

/** The selection where the box is; seen from the document, one inside a shadow root is its host. */
function selected(box: HTMLElement): AbstractRange | undefined {
  const selection = getSelection();
  const root = box.getRootNode();
  if (!selection?.rangeCount) return undefined;
  if (root instanceof ShadowRoot && "getComposedRanges" in selection)
    return selection.getComposedRanges({ shadowRoots: [root] })[0];
  return selection.getRangeAt(0);
}

/** Where the selection begins and ends, in characters from the start; both 0 without one. */
export function caretOf(box: HTMLElement): { from: number; to: number } {
  const range = selected(box);
  if (range === undefined || !box.contains(range.startContainer))
    return { from: 0, to: 0 };
  const upTo = (node: Node, offset: number): number => {
    const before = document.createRange();
    before.setStart(box, 0);
    before.setEnd(node, offset);
    return raw(before.cloneContents()).length;
  };
  const from = upTo(range.startContainer, range.startOffset);
  const isInside = box.contains(range.endContainer);
  const to = isInside ? upTo(range.endContainer, range.endOffset) : from;
  return { from, to };
}

/** Put the caret behind `at` characters. */
export function putCaret(box: HTMLElement, at: number): void {
  const text = textOf(box);
  fill(box, text);
  getSelection()?.setPosition(box.firstChild ?? box, Math.min(at, text.length));
}

/** Select everything in the box. */
export function selectAll(box: HTMLElement): void {
  getSelection()?.selectAllChildren(box);
}

const breaks: readonly string[] = ["insertParagraph", "insertLineBreak"];
const carried: readonly string[] = ["insertFromPaste", "insertFromDrop"];

/** Make `box` a text box; one element for good, so there is nothing to undo. */
export function makeTextBox(box: HTMLElement, wishes: Wishes): void {
  const features = {
    ...{
      role: "textbox",
      contenteditable: "plaintext-only",
      "aria-multiline": !wishes.isSingle,
      // The Tab key passes by an `output`, editable or not.
      tabindex: 0,
      // An `output` is read out when it changes, unless told not to be.
      "aria-live": "off",
    },
    ...{ spellcheck: false, autocorrect: "off", writingsuggestions: false },
  };
  for (const [name, value] of Object.entries(features)) {
    box.setAttribute(name, String(value));
  }
  box.addEventListener("beforeinput", (event) => check(event, box, wishes));
  box.addEventListener("input", (event) => tell(event, box, wishes));
}

/** Tell what the box says, made to fit: some keyboards insert several letters or a break at once. */
function tell(event: Event, box: HTMLElement, wishes: Wishes): void {
  const text = textOf(box);
  // Browsers leave a line break in a box that was emptied; the hint shows in a bare one only.
  if (text === "" && raw(box).length < 2) box.replaceChildren();
  const line = wishes.isSingle ? text.replaceAll("\n", " ") : text;
  const fit = line.slice(0, wishes.most);
  if (fit !== text && !(event instanceof InputEvent && event.isComposing)) {
    const { from } = caretOf(box);
    setText(box, fit);
    putCaret(box, from);
  }
  wishes.onText?.(fit);
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

/** All of it in one hand, for the sealed app: it is lent what the cover has in memory anyway. */
export const textBoxes = {
  tag: boxTag,
  isCased,
  make: makeTextBox,
  text: textOf,
  fill: setText,
  caret: caretOf,
  putCaret,
};

/** What is lent to make text boxes. */
export type TextBoxes = typeof textBoxes;
