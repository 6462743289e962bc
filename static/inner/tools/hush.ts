/** What sounds is stopped in the same moment in which the person leaves. */

import { useEffect, useRef } from "preact/hooks";
import { useInside } from "../model/inside.ts";

/** Have `stop` called when the person leaves the app; when only the screen goes, `end`. */
export function useHush(stop: () => void, end = stop): void {
  const { hushes } = useInside();
  const newest = useRef({ stop, end });
  newest.current = { stop, end };
  useEffect(() => {
    const hush = (): void => newest.current.stop();
    hushes.add(hush);
    return () => {
      hushes.delete(hush);
      newest.current.end();
    };
  }, [hushes]);
}
