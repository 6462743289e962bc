/** Printing the days that are on the screen, for a talk with somebody; on paper they are numbers. */

import type { JSX } from "preact";
import type { CheckIn, Level } from "../model/checkin.ts";
import { PrintOut } from "../ui/printout.tsx";
import { day, t } from "../words.ts";

/** The button and its paper: a day, two numbers, a line. */
export function PrintDays(props: {
  /** The newest first. */
  readonly checkIns: readonly CheckIn[];
}): JSX.Element {
  return (
    <PrintOut
      lines={props.checkIns.map((one) => ({ id: one.id, text: onPaper(one) }))}
      note={t(
        "The paper says numbers, not words: first how I am, then how safe it feels. 5 is best. What you wrote is printed as it is.",
      )}
    />
  );
}

/** One day as it stands on paper, where an onlooker learns little. */
function onPaper({ day: on, mood, safety, line }: CheckIn): string {
  const of = (level: Level): string => (level === "" ? "–" : level);
  return [`${day(on)}: ${of(mood)} / ${of(safety)}`, line.trim()]
    .filter(Boolean)
    .join("  ");
}
