/** Editing a text where it stands: a field takes its place until Enter, Esc or focus elsewhere. */

import { selectAll, textOf } from "../../base/textbox.ts";

/** What takes part. */
export interface Place {
  readonly field: HTMLElement;
  /** What is shown otherwise, each with what stands in for it; the field is one of these. */
  readonly swaps: ReadonlyMap<HTMLElement, HTMLElement>;
  /** Gets focus back when the keyboard ended it. */
  readonly shown: HTMLElement;
  readonly keep: (text: string) => void;
}

/** Begin; the returned function ends it without keeping the text. */
export function editInPlace({ field, swaps, shown, keep }: Place): () => void {
  let isOpen = true;
  const standIns = [...swaps.values()];
  const finish = (isKept: boolean, isByKey: boolean): void => {
    // Taking the field out of the page makes it lose focus, which ends it again.
    if (!isOpen) return;
    isOpen = false;
    for (const [usual, standIn] of swaps) standIn.replaceWith(usual);
    if (isByKey) shown.focus({ preventScroll: true });
    if (isKept) keep(textOf(field));
  };
  const onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    finish(event.key === "Enter", true);
  };
  const onLeave = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    if (!standIns.some((standIn) => standIn === to)) finish(true, false);
  };

  field.addEventListener("keydown", onKey);
  for (const standIn of standIns) standIn.addEventListener("focusout", onLeave);
  for (const [usual, standIn] of swaps) usual.replaceWith(standIn);
  field.focus();
  selectAll(field);
  return () => finish(false, false);
}
