/** Mark an opened page: the browser must not keep it, whichever way it is left. */

/**
 * Hold a lock for as long as this page lives.
 *
 * A page that was left by another way than Close would otherwise be frozen whole, with all that
 * was on the screen still in its memory. The browser does not keep a page that holds a lock, and the
 * service worker sees by it that the next page must begin in a new process.
 */
export function refuseKeeping(path: string): void {
  const forEver = (): Promise<never> => new Promise(() => undefined);
  const isThere = "locks" in navigator;
  if (isThere)
    void navigator.locks
      .request(`${path} page`, { mode: "shared" }, forEver)
      .catch(() => null);
}
