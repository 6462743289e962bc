/** Animals from A to Z: one letter at a time; any can be skipped. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../words.ts";

/** The letter on a large pad. */
export function Letters(): JSX.Element {
  const letters = t("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z").split(" ");
  const [at, setAt] = useState(0);
  return (
    <>
      <div class="said-step">
        <h2>{t("Animals from A to Z")}</h2>
        <p>{t("Think of an animal with this letter. None comes? Tap on.")}</p>
      </div>
      <button type="button" class="pad" onClick={() => setAt((at + 1) % letters.length)}>
        <span class="big-sign" aria-live="polite">
          {letters[at]}
        </span>
        <span>{t("Tap for the next")}</span>
      </button>
    </>
  );
}
