/** Another cover's address typed over an opened page: in WebKitGTK the page goes there itself. */

import { isCased } from "../base/textbox.ts";

/** Between being told that it is left and being told where to go. */
const goingMs = 3_000;

/**
 * Call `go` with the path of the cover that this page is being left for.
 *
 * WebKit keeps a page that is left, and all that its process holds, but not one that replaces
 * itself. The worker of the cover that is asked for tells every page; one is being left
 * (`service_worker/kit.ts`).
 */
export function watchGoing(go: (path: string) => void): void {
  if (!isCased() || !("serviceWorker" in navigator)) return;
  let untilMs = 0;
  addEventListener("beforeunload", () => {
    untilMs = performance.now() + goingMs;
  });
  navigator.serviceWorker.addEventListener("message", ({ data, ports }) => {
    const { go: path } = Object(data) as { readonly go?: unknown };
    if (performance.now() > untilMs) return;
    if (typeof path !== "string" || !/^\/[a-z]+\/$/.test(path)) return;
    ports[0]?.postMessage(true);
    go(path);
  });
}
