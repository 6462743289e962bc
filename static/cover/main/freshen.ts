/** Load the first page anew once: everybody's history then knows the steps that leaving makes. */

import { bounce } from "../leave/bounce.ts";

/**
 * Return what to call whenever the page was put away.
 *
 * The page that first met this address began without a service worker. Once there is one, and
 * nobody looks, and nothing is begun that would be lost, it is replaced as leaving replaces it.
 */
export function freshenOnce(path: string, isAtRest: () => boolean): () => void {
  const worker = (): ServiceWorker | null =>
    "serviceWorker" in navigator ? navigator.serviceWorker.controller : null;
  let isDue = worker() === null;
  return () => {
    if (!isDue || worker() === null || !isAtRest()) return;
    if (document.visibilityState === "visible") return;
    isDue = false;
    void bounce(path, false);
  };
}
