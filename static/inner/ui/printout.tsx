/** A button that prints a few lines alone, after saying what that may leave behind. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../words.ts";
import { Button } from "./button.tsx";
import { Paper } from "./paper.tsx";
import { Sheet } from "./sheet.tsx";

/** The button, what is said before it prints, and the paper; nothing when there are no lines. */
export function PrintOut(props: {
  readonly lines: readonly { readonly id: string; readonly text: string }[];
  /** How the paper is to be read, where it does not say so itself. */
  readonly note?: string;
}): JSX.Element | null {
  const [state, setState] = useState<"" | "asked" | "printing">("");
  const close = (): void => setState("");
  if (props.lines.length === 0) return null;
  return (
    <>
      <Button kind="plain" icon="print" onPress={() => setState("asked")}>
        {t("Print")}
      </Button>
      {state === "asked" && (
        <Sheet title={t("Before you print")} onClose={close}>
          <p>{t("Only this is printed, as plain text. No name of this app.")}</p>
          {props.note && <p>{props.note}</p>}
          <p>
            {t("The phone or the printer may keep a copy. A pen and paper keep none.")}
          </p>
          <p>{t("On some phones this app closes then. Nothing is lost.")}</p>
          <Button icon="print" onPress={() => setState("printing")}>
            {t("Print now")}
          </Button>
        </Sheet>
      )}
      {state === "printing" && (
        <Paper onDone={close}>
          <ul>
            {props.lines.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </>
  );
}
