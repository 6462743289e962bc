/** Register the service worker and change the cover's language through it. */

import { registerServiceWorker } from "../base/trust.ts";

const answerMs = 10_000;

/** Make the cover work offline; where workers are refused it works online only. */
export async function workOffline(path: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await registerServiceWorker(path);
  } catch {
    // Private windows may refuse; the cover itself needs no worker.
  }
}

/** Have the service worker keep the page in another language, then show it. */
export async function changeLanguage(language: string): Promise<void> {
  const worker = "serviceWorker" in navigator ? navigator.serviceWorker.controller : null;
  if (worker === null) return;
  const { port1, port2 } = new MessageChannel();
  const isDone = await new Promise<boolean>((resolve) => {
    port1.onmessage = (event) => resolve(event.data === true);
    setTimeout(() => resolve(false), answerMs);
    worker.postMessage({ language }, [port2]);
  });
  if (isDone) location.reload();
}
