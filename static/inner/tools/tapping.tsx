/** Tapping left and right, slowly, in one short set; then it stops by itself and asks to notice. */

import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Tool } from "../model/content.ts";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";
import { Before } from "./before.tsx";
import { hum } from "./feel.ts";
import { useFrames } from "./frames.ts";
import { useCalm } from "./kept.ts";
import { Paces } from "./paces.tsx";
import { useReadAloud } from "./read.ts";
import { tapAt, TAP_PACES_MS, USUAL_TAP_PACE } from "./taps.ts";

/** Two hands that light up in turn. */
export function Tapping({ tool }: { readonly tool: Tool }): JSX.Element {
  const { calm } = useCalm();
  const place = useRef<HTMLDivElement>(null);
  const [isStarted, setStarted] = useState(false);
  const [tap, setTap] = useState<number | null>(null);
  const [sets, setSets] = useState(0);
  const [pace, setPace] = useState<number>(USUAL_TAP_PACE);
  const tapMs = TAP_PACES_MS[pace] ?? 1_000;
  useFrames(tap !== null, place, (elapsed) => {
    const now = tapAt(elapsed, tapMs);
    if (now === tap) return;
    setTap(now);
    if (now === null) setSets(sets + 1);
    else if (calm.isFelt) hum();
  });
  const words = sayings(tap !== null, sets);
  useReadAloud(isStarted && tap === null ? `${words.title}. ${words.text}` : "");
  if (!isStarted) return <Before care={tool.care} onStart={() => setStarted(true)} />;
  return (
    <section class="step">
      <div class="hands" ref={place} aria-hidden="true">
        {(["left", "right"] as const).map((side, at) => (
          <div key={side} class={tap !== null && tap % 2 === at ? "hand on" : "hand"}>
            <svg viewBox="0 0 60 60" focusable="false">
              <path d="M54 56C28 58 8 46 6 30S14 4 30 6s24 18 24 50z" />
            </svg>
            <span>{side === "left" ? t("Left") : t("Right")}</span>
          </div>
        ))}
      </div>
      <div class="said-step" aria-live="polite">
        <h2>{words.title}</h2>
        <p>{words.text}</p>
      </div>
      {tap === null && (
        <Paces pace={pace} slowest={TAP_PACES_MS.length - 1} onPace={setPace} />
      )}
      <Button
        kind={tap === null ? "main" : "plain"}
        onPress={() => setTap(tap === null ? 0 : null)}
      >
        {tap !== null
          ? t("Pause")
          : sets === 0
            ? t("Start a short set")
            : t("One more short set")}
      </Button>
    </section>
  );
}

function sayings(isTapping: boolean, sets: number): { title: string; text: string } {
  if (isTapping) {
    return {
      title: t("Tap along"),
      text: t("Left, right. Breathe. Think of a place that is calm."),
    };
  }
  if (sets === 0) {
    return {
      title: t("Cross your arms"),
      text: t("Put each hand on the other arm, up high. Tap one, then the other."),
    };
  }
  return {
    title: t("Stop and notice"),
    text: t("Let your hands rest. Breathe out. What is there now? Nothing has to be."),
  };
}
