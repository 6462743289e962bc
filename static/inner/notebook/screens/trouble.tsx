/** Says when pages are not kept; says nothing when all is well. */

import type { JSX } from "preact";
import { t } from "../../words.ts";
import type { Book } from "../book.ts";

/** A note at the top of a screen. */
export function Trouble({ book }: { readonly book: Book }): JSX.Element {
  const { outcome, isPassing, retry } = book;
  return (
    <div class="trouble" role="status">
      {outcome !== "saved" && (
        <div>
          <p>
            {outcome === "full"
              ? t("This phone is full, so your last change is not saved yet.")
              : t("Your last change is not saved yet.")}
          </p>
          <button type="button" class="word" onClick={retry}>
            {t("Try again")}
          </button>
        </div>
      )}
      {isPassing && <p>{t("This window keeps pages only while it is open.")}</p>}
    </div>
  );
}
