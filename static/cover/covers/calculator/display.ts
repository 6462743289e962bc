/** The display: the sum, what it comes to so far, and the result after `=`. */

import Big from "big.js";
import { make } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";
import { evaluate, type Problem } from "./evaluate.ts";
import type { Format } from "./format.ts";
import { finishedPart, hasWork } from "./keys.ts";
import type { State } from "./state.ts";

/** The display on the screen. */
export interface Display {
  readonly element: HTMLElement;
  /** What the memory holds, for the bar above. */
  readonly memory: HTMLElement;
  show(state: State): void;
}

/** What the three lines and the memory sign say. */
export interface Lines {
  readonly sum: string;
  readonly preview: string;
  readonly answer: string;
  readonly memory: string;
}

/** Say what the display shows; only one of `preview` and `answer` is ever filled. */
export function readLines(state: State, format: Format, t: Translate): Lines {
  const { keys, answer } = state;
  const memory = state.memory === null ? "" : `M ${format.result(state.memory)}`;
  const finished = finishedPart(keys);
  const isWork = hasWork(finished);
  if (answer !== null) {
    const sum = isWork ? format.sum(finished) : "";
    return { sum, preview: "", answer: say(answer, format, t), memory };
  }
  const sum = format.sum(keys) || format.typed("0");
  const result = isWork ? evaluate(finished) : null;
  // A problem is told on `=` only: what is half typed is no mistake yet.
  const preview = result instanceof Big ? format.result(result) : "";
  return { sum, preview, answer: "", memory };
}

function say(answer: Big | Problem, format: Format, t: Translate): string {
  if (answer instanceof Big) return format.result(answer);
  return answer === "zero" ? t("Can’t divide by zero") : t("Too large to show");
}

/** Make the display. Screen readers hear the result on `=` and nothing while typing. */
export function makeDisplay(t: Translate, format: Format): Display {
  const memory = make("p", { class: "memory", dir: "ltr" });
  const sum = make("output", {
    class: "sum",
    "aria-live": "off",
    "aria-label": t("Sum"),
  });
  const preview = make("output", {
    ...{ class: "preview", "aria-live": "off", "aria-label": t("Result so far") },
  });
  const answer = make("output", { class: "answer", "aria-label": t("Result") });
  const lines = make("div", {}, sum, preview, answer);
  const element = make("div", { class: "display", dir: "ltr" }, lines);
  let answered: State["answer"] = null;

  return {
    element,
    memory,
    show(state) {
      const said = readLines(state, format, t);
      memory.textContent = said.memory;
      fit(sum, said.sum);
      fit(preview, said.preview);
      // Written anew only for a new result, so that it is said once.
      if (state.answer !== answered) fit(answer, said.answer);
      answered = state.answer;
      element.classList.toggle("done", state.answer !== null);
      const isProblem = typeof state.answer === "string";
      element.classList.toggle("words", isProblem);
    },
  };
}

/** Write a line and tell the style sheet how wide it is, in digits, so that it can shrink. */
function fit(line: HTMLElement, text: string): void {
  line.textContent = text;
  line.style.setProperty("--digits", Math.max(1, widthOf(text)).toFixed(1));
}

function widthOf(text: string): number {
  const narrow = text.match(/[^\p{L}\p{N}+×÷−]/gu)?.length ?? 0;
  return text.length - narrow * 0.6;
}
