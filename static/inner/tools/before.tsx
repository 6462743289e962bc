/** What to know before a tool begins: who should be careful with it, and a tap to go on. */

import type { JSX } from "preact";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";
import { useReadAloud } from "./read.ts";

/** The care note, alone on the screen. */
export function Before(props: {
  readonly care: string;
  readonly onStart: () => void;
}): JSX.Element {
  useReadAloud(props.care);
  return (
    <section class="step">
      <div class="said-step panel before">
        <h2>{t("Before you start")}</h2>
        <p>{props.care}</p>
      </div>
      <Button onPress={props.onStart}>{t("Start")}</Button>
    </section>
  );
}
