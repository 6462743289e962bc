/** The calculator on the screen: puts its parts together and passes presses to the state. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import type { CoverContext, MountCover } from "../../base/cover.ts";
import { makeDisplay } from "./display.ts";
import { makeFormat } from "./format.ts";
import { makeHistory } from "./history.ts";
import { makeKeeping } from "./keeping.ts";
import { listenToKeyboard } from "./keyboard.ts";
import { makeKeypad } from "./keypad.ts";
import { finishedPart, valueKey } from "./keys.ts";
import { makeMenu } from "./menu.ts";
import { blank, press, type Press, reuse, type State } from "./state.ts";

const historyIcon = "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.5";

/** Build the calculator in the page. */
export const mountCalculator: MountCover = (context) => {
  const { root, translate: t } = context;
  const format = makeFormat(context.language);
  let state: State = blank;

  const show = (next: State): void => {
    state = next;
    display.show(state);
    keypad.show(state);
  };
  const act = (pressed: Press): void => {
    const { memory } = state;
    show(press(state, pressed));
    if (state.memory !== memory) keeping.setMemory(state.memory);
    if (pressed === "equals" && finishedPart(state.keys).length > 0) void report();
  };
  const report = async (): Promise<void> => {
    const isOther = await keeping.report(state);
    if (isOther) show(press(state, "reset"));
  };
  const turnTape = (isOpen: boolean): void => {
    calculator.classList.toggle("with-tape", isOpen);
    tapeButton.setAttribute("aria-expanded", String(isOpen));
    history.showNewest();
  };
  const reuseIt = (next: State): void => {
    show(next);
    turnTape(false);
  };

  const display = makeDisplay(t, format);
  const keypad = makeKeypad(t, format, act);
  const history = makeHistory(t, format, {
    sum: (keys) => reuseIt(reuse(state, keys)),
    result: (value) => reuseIt(press(state, valueKey(value))),
  });
  const keeping = makeKeeping(context, () =>
    history.show(keeping.kept.tape, keeping.isAway),
  );
  const tapeButton = makeButton(
    {
      class: "icon-button tape-button",
      "aria-label": t("History"),
      "aria-expanded": "false",
      "aria-controls": "tape",
      on: { click: () => turnTape(!calculator.classList.contains("with-tape")) },
    },
    makeIcon(historyIcon),
  );
  const menu = makeMenu(t, context.language, {
    about: () => context.about(),
    clearHistory: () => keeping.clear(),
    changeLanguage: (language) => tell(root, "language", language),
  });
  const title = make("h1", { class: "quiet", tabindex: -1 }, t("Calculator"));
  const awayLine = makeAwayLine(context);
  const calculator = make("main", { class: "calculator" }, title, awayLine);
  calculator.append(make("div", { class: "bar" }, tapeButton, display.memory, menu));
  calculator.append(display.element, keypad.tools, keypad.pad, history.element);
  root.replaceChildren(calculator);
  listenToKeyboard(root, act);
  history.show([], false);
  show(state);

  return {
    show(data) {
      keeping.load(data);
      show({ ...state, memory: keeping.kept.memory });
    },
    away(isAway) {
      awayLine.classList.toggle("gone", !isAway);
      keeping.setAway(isAway);
    },
    focus: () => title.focus({ preventScroll: true }),
    isAtRest: () => state.keys.length === 0 || state.answer !== null,
  };
};

function makeAwayLine({ root, translate: t }: CoverContext): HTMLElement {
  return make(
    "div",
    { class: "away gone" },
    make("p", {}, t("This calculator is open in another window.")),
    makeButton(
      { class: "button", on: { click: () => tell(root, "take") } },
      t("Use it here"),
    ),
  );
}

function tell(root: HTMLElement, type: "take" | "language", detail?: string): void {
  root.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
}
