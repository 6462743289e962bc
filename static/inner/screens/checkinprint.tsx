/** Printing the days that are on the screen, for a talk with somebody; on paper they are numbers. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CheckIn, Level } from "../model/checkin.ts";
import { Button } from "../ui/button.tsx";
import { Paper } from "../ui/paper.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { day, t } from "../words.ts";

/** The button, what is said before it prints, and the paper: a day, two numbers, a line. */
export function PrintDays(props: {
  /** The newest first. */
  readonly checkIns: readonly CheckIn[];
}): JSX.Element {
  const [state, setState] = useState<"" | "asked" | "printing">("");
  const close = (): void => setState("");
  return (
    <>
      <Button kind="plain" icon="print" onPress={() => setState("asked")}>
        {t("Print")}
      </Button>
      {state === "asked" && (
        <Sheet title={t("Before you print")} onClose={close}>
          <p>{t("Only this is printed, as plain text. No name of this app.")}</p>
          <p>
            {t(
              "The paper says numbers, not words: first how I am, then how safe it feels. 5 is best. What you wrote is printed as it is.",
            )}
          </p>
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
            {props.checkIns.map((one) => (
              <li key={one.id} dir="auto">
                {onPaper(one)}
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </>
  );
}

/** One day as it stands on paper, where an onlooker learns little. */
function onPaper({ day: on, mood, safety, line }: CheckIn): string {
  const of = (level: Level): string => (level === "" ? "–" : level);
  return [`${day(on)}: ${of(mood)} / ${of(safety)}`, line.trim()]
    .filter(Boolean)
    .join("  ");
}
