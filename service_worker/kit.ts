/** What WebKitGTK needs besides, to end the process of a page that was opened. */

import { setup } from "./setup.ts";

declare const self: ServiceWorkerGlobalScope;

// The page answers at once or, where it is not the one that is being left, never.
const answerMs = 300;

/** Whether this is WebKit on Linux, by the browser's own name: a worker knows nothing else of it. */
export const isKit = /Linux.*Version\/\S+ Safari/.test(navigator.userAgent);

/**
 * Whether an opened page that is being left for this cover goes there by its own hand.
 *
 * WebKit keeps a page, and its process, when somebody types another address over it; it does not when
 * the page replaces itself. So the page is told where to go, and what was typed need not be answered.
 */
export async function goesItself(): Promise<boolean> {
  if (!isKit) return false;
  const pages = await self.clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), answerMs);
    for (const page of pages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(true);
      page.postMessage({ go: setup.path }, [port2]);
    }
  });
}
