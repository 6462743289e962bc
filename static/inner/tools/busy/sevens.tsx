/** Count back by 7: think of the next number, then tap to see it. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { number, t } from "../../words.ts";

const FROM = 100;
const BY = 7;

/** The number on a large pad. */
export function Sevens(): JSX.Element {
  const [value, setValue] = useState(FROM);
  return (
    <>
      <div class="said-step">
        <h2>{t("Count back by 7")}</h2>
        <p>{t("Take away 7 in your head. Then tap to see it.")}</p>
      </div>
      <button
        type="button"
        class="pad"
        onClick={() => setValue(value < BY ? FROM : value - BY)}
      >
        <span class="big-sign" aria-live="polite">
          {number(value)}
        </span>
        <span>
          {value < BY ? t("That is all. Tap to start over.") : t("Tap for the next")}
        </span>
      </button>
    </>
  );
}
