/** The keypad and the row of memory keys above it. */

import { make, makeIcon } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";
import { makeKey } from "./button.ts";
import type { Format } from "./format.ts";
import { clearsEntry, type Press, type State } from "./state.ts";

/** The keys on the screen. */
export interface Keypad {
  readonly tools: HTMLElement;
  readonly pad: HTMLElement;
  /** Let the keys say what they do now. */
  show(state: State): void;
}

type Row = readonly [pressed: Press, face: string, name: string, look: string];

const backIcon = "M9 5h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9l-6-7zM12 9.5l5 5M17 9.5l-5 5";

/** Make the keys; each tells `press` what it is. */
export function makeKeypad(
  t: Translate,
  format: Format,
  press: (pressed: Press) => void,
): Keypad {
  const key = ([pressed, face, name, look]: Row): HTMLButtonElement =>
    makeKey({ press: () => press(pressed) }, { class: look, "aria-label": name }, face);
  const digit = (value: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9") =>
    key([value, format.typed(value), format.typed(value), "key"]);

  const clear = makeKey(
    { press: () => press("clear"), hold: () => press("reset") },
    { class: "key other" },
  );
  const back = makeKey(
    { press: () => press("back"), hold: () => press("reset") },
    { class: "tool", "aria-label": t("Backspace") },
    makeIcon(backIcon),
  );
  // What is written on a key is part of its name, for people who speak to their phone.
  const memory = (pressed: Press, face: string, name: string): HTMLButtonElement =>
    key([pressed, face, `${face}, ${name}`, "tool"]);
  const memoryClear = memory("memory clear", "MC", t("memory clear"));
  const memoryRecall = memory("memory recall", "MR", t("memory recall"));

  const tools = make("div", { class: "tools", dir: "ltr" });
  tools.append(
    memoryClear,
    memoryRecall,
    memory("memory subtract", "M−", t("memory subtract")),
    memory("memory add", "M+", t("memory add")),
    back,
  );
  const pad = make("div", { class: "pad", dir: "ltr" });
  pad.append(
    clear,
    key(["brackets", "( )", t("Brackets"), "key other"]),
    key(["%", "%", t("Percent"), "key other"]),
    key(["/", "÷", t("Divide"), "key operator"]),
    ...[digit("7"), digit("8"), digit("9")],
    key(["*", "×", t("Multiply"), "key operator"]),
    ...[digit("4"), digit("5"), digit("6")],
    key(["-", "−", t("Subtract"), "key operator"]),
    ...[digit("1"), digit("2"), digit("3")],
    key(["+", "+", t("Add"), "key operator"]),
    key(["sign", "±", t("Change sign"), "key"]),
    digit("0"),
    key([".", format.mark, t("Decimal point"), "key"]),
    key(["equals", "=", t("Equals"), "key equals"]),
  );

  return {
    tools,
    pad,
    show(state) {
      const takesNumber = clearsEntry(state);
      clear.textContent = takesNumber ? "C" : "AC";
      const name = takesNumber ? t("clear number") : t("clear all");
      clear.setAttribute("aria-label", `${clear.textContent}, ${name}`);
      memoryClear.disabled = memoryRecall.disabled = state.memory === null;
    },
  };
}
