/** The keyboard: which key of the computer is which key of the calculator. */

import { isKey } from "./keys.ts";
import type { Press } from "./state.ts";

const others: ReadonlyMap<string, Press> = new Map(
  Object.entries<Press>({
    ",": ".",
    "٫": ".",
    x: "*",
    X: "*",
    "×": "*",
    "·": "*",
    ":": "/",
    "÷": "/",
    "−": "-",
    "=": "equals",
    Enter: "equals",
    Backspace: "back",
    Delete: "clear",
    Escape: "reset",
  }),
);

/** What of a keyboard event matters here. */
export type Stroke = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat"
>;

/** Read a stroke; `null` when it is none of ours. Comma and point are both the decimal mark. */
export function readStroke({
  key,
  ctrlKey,
  metaKey,
  altKey,
  repeat,
}: Stroke): Press | null {
  if (ctrlKey || metaKey || altKey) return null;
  const pressed = isKey(key) ? key : (others.get(key) ?? readDigit(key));
  // A key left lying on Enter must not work out sums by the dozen.
  return pressed === "equals" && repeat ? null : pressed;
}

/** Read an Arabic-Indic or Persian digit. */
function readDigit(key: string): Press | null {
  const value = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹".indexOf(key) % 10;
  const digit = String(value);
  return key.length === 1 && isKey(digit) ? digit : null;
}

/** Listen to the keyboard for as long as `root` can be reached. */
export function listenToKeyboard(
  root: HTMLElement,
  press: (pressed: Press) => void,
): void {
  root.ownerDocument.addEventListener("keydown", (event) => {
    const { target } = event;
    const isOurs =
      target === document.body || (target instanceof Node && root.contains(target));
    if (event.defaultPrevented || !isOurs || root.closest("[inert]") !== null) return;
    // Enter on a button that was reached by Tab is for that button.
    if (event.key === "Enter" && target instanceof HTMLButtonElement) return;
    const pressed = readStroke(event);
    if (pressed === null) return;
    event.preventDefault();
    // Whoever types is done with the button tapped last: Enter means `=` from here on.
    if (target instanceof HTMLButtonElement) target.blur();
    press(pressed);
  });
}
