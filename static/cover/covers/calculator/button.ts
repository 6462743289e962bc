/** A key of the calculator as a button: answers at the first touch, and to a long one. */

import { type Features, makeButton } from "../../base/elements.ts";

const holdMs = 500;

/** What a key does. */
export interface Acts {
  readonly press: () => void;
  /** When it is held for half a second. */
  readonly hold?: () => void;
}

/**
 * Make a key.
 *
 * It acts when the finger comes down, so that two thumbs can type faster than one lifts. The
 * click that follows does nothing; one without a pointer (keyboard, screen reader) acts.
 */
export function makeKey(
  { press, hold }: Acts,
  features: Features,
  ...face: (Node | string)[]
): HTMLButtonElement {
  let hasActed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const key = makeButton(features, ...face);
  const lift = (): void => {
    clearTimeout(timer);
    key.classList.remove("down");
  };
  key.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    hasActed = true;
    key.classList.add("down");
    if (hold !== undefined) timer = setTimeout(hold, holdMs);
    press();
  });
  for (const type of ["pointerup", "pointercancel", "pointerleave"]) {
    key.addEventListener(type, lift);
  }
  key.addEventListener("click", (event) => {
    if (event.detail === 0 || !hasActed) press();
    hasActed = false;
  });
  // Focus stays where it is, so that Enter means `=` and not this key once more.
  key.addEventListener("mousedown", (event) => event.preventDefault());
  key.addEventListener("contextmenu", (event) => event.preventDefault());
  return key;
}
