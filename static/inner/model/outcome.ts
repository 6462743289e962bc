/** Says in plain words why a way in could not be made. */

import type { CreateOutcome } from "../../cover/base/host.ts";
import { t } from "../words.ts";

/** One sentence or two for each outcome that is not "saved". */
export function outcomeWords(outcome: Exclude<CreateOutcome, "saved">): string {
  switch (outcome) {
    case "taken":
      return t("These already open something on this phone. Please choose others.");
    case "crowded":
      return t(
        "There is no free place left on this phone. If you made one before that you still want, open that one.",
      );
    case "full":
      return t(
        "The phone is full. Remove some photos or apps, then try again. Nothing was changed.",
      );
    case "refused":
      return t(
        "The phone would not keep it. Try again, or use a window that is not private. Nothing was changed.",
      );
  }
}
