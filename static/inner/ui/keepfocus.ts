/** Where the focus goes when what had it is taken away: to a neighbour, never to nowhere. */

// No text box: on a phone the keyboard would jump up.
const STOPS = "button, a[href], summary, h1";

/**
 * Watch `root` from now on: when the element with the focus disappears, its neighbour gets it.
 *
 * Somebody who cannot see the screen would else start again from its top. A screen or a sheet
 * that moves the focus itself has done so before this looks.
 */
export function keepFocus(root: HTMLElement): void {
  let last: HTMLElement | null = null;
  let stops: readonly HTMLElement[] = [];
  root.addEventListener("focusin", (event) => {
    last = event.target instanceof HTMLElement ? event.target : null;
    stops = [...root.querySelectorAll<HTMLElement>(`${STOPS}, :focus`)];
  });
  new MutationObserver(() => {
    if (last === null || last.isConnected) return;
    const at = stops.indexOf(last);
    const near = [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0)).reverse()];
    last = null;
    const within = root.getRootNode();
    if (within instanceof ShadowRoot && within.activeElement !== null) return;
    const next = near.find((each) => each.isConnected && each.matches(STOPS));
    next?.focus({ preventScroll: true });
  }).observe(root, { childList: true, subtree: true });
}
