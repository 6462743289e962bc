/** Take back the last thing; the offer stays until the person moves on, because no one should race. */

import type { JSX } from "preact";
import { useCell } from "../model/cell.ts";
import { useInside } from "../model/inside.ts";
import { t } from "../words.ts";
import { Icon } from "./icons.tsx";

/** Get the function that offers to take something back, or only says it: `offerUndo(text, undo)`. */
export function useUndo(): (text: string, undo?: () => void) => void {
  const { undo: cell } = useInside();
  return (text, undo) => cell.set({ text, undo });
}

/** The bar at the bottom; it leaves the corner of the Close button free. */
export function UndoBar(): JSX.Element {
  const { undo: cell } = useInside();
  const offer = useCell(cell);
  return (
    <div class="undo-place" role="status">
      {offer && (
        <div class="undo">
          <span>{offer.text}</span>
          {offer.undo && (
            <button
              type="button"
              onClick={() => {
                cell.set(null);
                offer.undo?.();
              }}
            >
              <Icon name="again" />
              <span>{t("Undo")}</span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
