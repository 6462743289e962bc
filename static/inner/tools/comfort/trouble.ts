/** Says in plain words why a picture or a voice was not kept. */

import type { SaveOutcome } from "../../../cover/base/host.ts";
import { t } from "../../words.ts";

/** A sentence or two; empty when all went well. `odd`: the file is none that can be read. */
export function pieceTrouble(outcome: SaveOutcome | "odd"): string {
  switch (outcome) {
    case "saved":
      return "";
    case "full":
      return t(
        "There is no more room on this phone. It was not added. Nothing else was lost.",
      );
    case "refused":
      return t("The phone would not keep it. Nothing else was lost. Try again.");
    case "odd":
      return t("This file could not be opened as a picture.");
  }
}
