/** What the app says of itself: whether it is installed, works offline and keeps what is entered. */

import type { Keeps } from "../base/host.ts";
import type { Translate } from "../base/words.ts";

/** The lines under "About this app", each with whether it is so right now. */
export function aboutLines(
  t: Translate,
  keeps: Keeps,
): readonly (readonly [string, boolean])[] {
  return [
    [t("On the home screen"), matchMedia("(display-mode: standalone)").matches],
    [t("Works offline"), navigator.serviceWorker.controller !== null],
    [t("Keeps what you enter"), keeps !== "memory"],
  ];
}
