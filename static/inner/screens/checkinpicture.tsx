/** The last check-ins as two rows of marks; how high one stands is how good it was. */

import type { JSX } from "preact";
import type { CheckIn, Level } from "../model/checkin.ts";
import { day, t } from "../words.ts";
import { moodName, safetyName } from "./levels.ts";

const STEP = 12;
const EDGE = 8;
const HEIGHT = 4 * STEP + 2 * EDGE;
/** Room for so many at least, so that a few marks do not look like a lot. */
const FEWEST = 14;

/** Two small pictures, one for each question; the list below says it all in words, and is what is read out. */
export function CheckInPicture(props: {
  /** The newest first. */
  readonly checkIns: readonly CheckIn[];
}): JSX.Element {
  const oldestFirst = [...props.checkIns].reverse();
  const first = oldestFirst[0]?.day ?? "";
  const last = oldestFirst.at(-1)?.day ?? "";
  return (
    <div class="pictures" aria-hidden="true">
      <Picture
        title={t("How I am")}
        kind="mood"
        levels={oldestFirst.map(({ mood }) => mood)}
        best={moodName("5")}
        worst={moodName("1")}
      />
      <Picture
        title={t("How safe it feels")}
        kind="safety"
        levels={oldestFirst.map(({ safety }) => safety)}
        best={safetyName("5")}
        worst={safetyName("1")}
      />
      <p class="hint">
        {first === last
          ? day(first)
          : t("From {first} to {last}", { first: day(first), last: day(last) })}
      </p>
    </div>
  );
}

function Picture(props: {
  readonly title: string;
  readonly kind: "mood" | "safety";
  /** The oldest first. */
  readonly levels: readonly Level[];
  readonly best: string;
  readonly worst: string;
}): JSX.Element | null {
  const { title, kind, levels, best, worst } = props;
  const points = levels.flatMap((level, at) =>
    level === "" ? [] : [{ x: EDGE + at * STEP, y: EDGE + (5 - Number(level)) * STEP }],
  );
  if (points.length === 0) return null;
  const width = 2 * EDGE + (Math.max(levels.length, FEWEST) - 1) * STEP;
  return (
    <figure class={`picture ${kind}`}>
      <figcaption>{title}</figcaption>
      <p>{best}</p>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} focusable="false">
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {points.map(({ x, y }) =>
          kind === "mood" ? (
            <circle key={x} cx={x} cy={y} r="3.500" />
          ) : (
            <rect key={x} x={x - 3} y={y - 3} width="6" height="6" />
          ),
        )}
      </svg>
      <p>{worst}</p>
    </figure>
  );
}
