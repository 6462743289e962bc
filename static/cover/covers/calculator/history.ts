/** The history on the screen: earlier sums, newest last, each ready to be used again. */

import type Big from "big.js";
import { make, makeButton } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";
import type { Format } from "./format.ts";
import type { Keys } from "./keys.ts";
import type { Entry, Tape } from "./tape.ts";

/** The history panel. */
export interface History {
  readonly element: HTMLElement;
  /** Show the tape; with `isAway` only that it is in the other window. */
  show(tape: Tape, isAway: boolean): void;
  /** Scroll to the newest sum. */
  showNewest(): void;
}

/** What a tap on an earlier sum or its result does. */
export interface Reuses {
  readonly sum: (keys: Keys) => void;
  readonly result: (value: Big) => void;
}

/** Make the history panel. */
export function makeHistory(t: Translate, format: Format, reuses: Reuses): History {
  const note = make("p", { class: "note" });
  const list = make("ol", { dir: "ltr" });
  const element = make("section", {
    class: "tape",
    id: "tape",
    "aria-label": t("History"),
  });
  element.append(note, list);

  const row = ({ keys, result }: Entry): HTMLElement => {
    const sum = format.sum(keys);
    const value = format.result(result);
    return make(
      "li",
      {},
      makeButton(
        {
          class: "earlier",
          "aria-label": t("Use the sum {sum}", { sum }),
          on: { click: () => reuses.sum(keys) },
        },
        sum,
      ),
      makeButton(
        {
          class: "outcome",
          "aria-label": t("Use the result {result}", { result: value }),
          on: { click: () => reuses.result(result) },
        },
        value,
      ),
    );
  };

  const showNewest = (): void => {
    element.scrollTop = element.scrollHeight;
  };

  return {
    element,
    showNewest,
    show(tape, isAway) {
      const isEmpty = isAway || tape.length === 0;
      note.textContent = isAway ? t("History is in the other window.") : t("No sums yet");
      note.classList.toggle("gone", !isEmpty);
      list.replaceChildren(...(isEmpty ? [] : tape.map(row)));
      showNewest();
    },
  };
}
