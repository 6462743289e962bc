/** A slow count that a tap starts and a tap calls off: make tight and let go, or keep cold. */

import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Phase, PhaseKind } from "../model/content.ts";
import { t } from "../words.ts";
import { type Counted, countedAt } from "./count.ts";
import { hum } from "./feel.ts";
import { useFrames } from "./frames.ts";
import { useCalm } from "./kept.ts";

/** The large pad that counts; nothing starts or goes on without the person. */
export function Paced(props: {
  readonly phases: readonly Phase[];
  /** The count came to its end. */
  readonly onDone: () => void;
}): JSX.Element {
  const { phases } = props;
  const { calm } = useCalm();
  const circle = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState<Counted | null>(null);
  const [isDone, setDone] = useState(false);
  useFrames(shown !== null, circle, (elapsed) => {
    const now = countedAt(phases, elapsed);
    if (circle.current) circle.current.style.transform = `scale(${now?.size ?? 1})`;
    if (now?.at === shown?.at && now?.beat === shown?.beat) return;
    if (now?.at !== shown?.at && calm.isFelt) hum();
    setShown(now);
    if (now !== null) return;
    setDone(true);
    props.onDone();
  });
  const press = (): void => {
    if (circle.current) circle.current.style.transform = "";
    setDone(false);
    setShown(shown === null ? countedAt(phases, 0) : null);
  };
  const first = phases[0]?.kind ?? "tense";
  return (
    <button type="button" class="pad paced" onClick={press}>
      <span
        class="squeeze"
        data-kind={shown?.kind ?? "rest"}
        ref={circle}
        aria-hidden="true"
      />
      <span class="paced-word" aria-live="polite">
        {shown === null ? restWord(first, isDone) : phaseWord(shown.kind)}
      </span>
      <span class="beats" aria-hidden="true">
        {Array.from({ length: Math.min(shown?.beats ?? 0, 10) }, (_, at) => (
          <span key={at} class={isOn(shown, at) ? "beat on" : "beat"} />
        ))}
      </span>
      {shown !== null && <span class="paced-hint">{t("Tap to stop")}</span>}
    </button>
  );
}

function isOn(shown: Counted | null, at: number): boolean {
  return shown !== null && at < (shown.beat / shown.beats) * Math.min(shown.beats, 10);
}

function restWord(first: PhaseKind, isDone: boolean): string {
  if (!isDone) return t("Tap to start a slow count");
  return first === "cold"
    ? t("Take the cold away now.")
    : t("Notice how it feels. Tap to do it again.");
}

function phaseWord(kind: PhaseKind): string {
  switch (kind) {
    case "tense":
      return t("Make it tight");
    case "loose":
      return t("Let it go soft");
    case "cold":
      return t("Keep breathing");
  }
}
