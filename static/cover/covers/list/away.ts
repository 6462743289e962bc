/** The line that says another window has the list. */

import { make, makeButton } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";

/** Make the line; `take` asks for the list to come here. */
export function makeAwayLine(t: Translate, take: () => void): HTMLElement {
  return make(
    "div",
    { class: "away" },
    make("p", {}, t("This list is open in another window.")),
    makeButton({ class: "button", on: { click: take } }, t("Use it here")),
  );
}
