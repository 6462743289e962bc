/**
 * The last step of leaving: make the browser end this page's process.
 *
 * The page is cross-origin isolated. An answer for the same address without isolation makes the
 * browser start another process; that answer at once replaces itself with the isolated page
 * again. The service worker gives that one answer when asked over a MessageChannel.
 */

// A worker that was asleep may take this long on a slow phone; the cover is on the screen already.
const answerMs = 1_000;

/** Ask the service worker that its next answer be the un-isolated one; `false`: no word from it. */
function askForBounce(): Promise<boolean> {
  const worker = navigator.serviceWorker.controller;
  if (worker === null) return Promise.resolve(false);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), answerMs);
    worker.postMessage({ bounce: true }, [port2]);
  });
}

/**
 * Replace this page by way of an un-isolated answer; the browser's history gains no entry.
 *
 * With `isDirect` the service worker is not asked: it is being removed.
 */
export async function bounce(path: string, isDirect: boolean): Promise<void> {
  const isReady = !isDirect && "serviceWorker" in navigator && (await askForBounce());
  // Without a service worker the server's own un-isolated page does the same.
  location.replace(isReady ? path : `${path}b`);
}
