/** Calls back before each drawing, as long as its place is in the page. */

import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Call `frame` with the ms since `isOn` became true; `place` gone means that the person left. */
export function useFrames(
  isOn: boolean,
  place: RefObject<HTMLElement | null>,
  frame: (elapsed: number) => void,
): void {
  const newest = useRef(frame);
  newest.current = frame;
  useEffect(() => {
    if (!isOn) return undefined;
    const start = performance.now();
    let next = requestAnimationFrame(function step(now) {
      // The page may live a moment longer than the screen, and must not hum.
      if (place.current?.isConnected !== true) return;
      next = requestAnimationFrame(step);
      newest.current(Math.max(0, now - start));
    });
    return () => cancelAnimationFrame(next);
  }, [isOn]);
}
