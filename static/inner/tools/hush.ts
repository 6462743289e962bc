/** What sounds is stopped in the same moment in which the person leaves. */

import { useEffect, useRef } from "preact/hooks";
import { useInside } from "../model/inside.ts";

/** Have `stop` called when the person leaves the app, and when the screen goes. */
export function useHush(stop: () => void): void {
  const { hushes } = useInside();
  const newest = useRef(stop);
  newest.current = stop;
  useEffect(() => {
    const hush = (): void => newest.current();
    hushes.add(hush);
    return () => {
      hushes.delete(hush);
      hush();
    };
  }, [hushes]);
}
