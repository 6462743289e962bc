/** Runs the breathing clock while its screen is there, and moves the circle with it. */

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { BreathPattern } from "../model/content.ts";
import { keepPlace, type Moment, momentAt } from "./breath.ts";

const HUM_MS = 60;
const SMALLEST = 0.42;

/** What a breath looks like just now; the circle is moved without drawing the screen again. */
export interface Breath extends Moment {
  readonly circle: RefObject<HTMLDivElement | null>;
}

/** Breathe `pattern`; a change of `pace` keeps the place in the breath. */
export function useBreath(pattern: BreathPattern, pace: number, isFelt: boolean): Breath {
  const circle = useRef<HTMLDivElement>(null);
  const elapsed = useRef(0);
  const lastPace = useRef(pace);
  const [shown, setShown] = useState(() => momentAt(pattern, pace, 0));
  useEffect(() => {
    elapsed.current = keepPlace(elapsed.current, lastPace.current, pace);
    lastPace.current = pace;
    let before = performance.now();
    let turn = -1;
    let beat = 0;
    let frame = requestAnimationFrame(function step(now) {
      // Left: the page may live a moment longer than the screen, and must not hum.
      if (circle.current?.isConnected === false) return;
      elapsed.current += Math.max(0, now - before);
      before = now;
      const moment = momentAt(pattern, pace, elapsed.current);
      if (circle.current) {
        const size = SMALLEST + (1 - SMALLEST) * moment.fill;
        circle.current.style.transform = `scale(${size.toFixed(4)})`;
      }
      if (moment.turn !== turn && turn >= 0 && isFelt) navigator.vibrate(HUM_MS);
      if (moment.turn !== turn || moment.beat !== beat) setShown(moment);
      ({ turn, beat } = moment);
      frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
      if (isFelt) navigator.vibrate(0);
    };
  }, [pattern, pace, isFelt]);
  return { ...shown, circle };
}
