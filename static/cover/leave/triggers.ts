/** Everything that means "leave now", besides a call from the inner app. */

import type { LeaveChoices } from "../base/host.ts";
import { watchMotion } from "./motion.ts";
import type { Picking } from "./pick.ts";

const shiftWindowMs = 1_500;
const shiftCount = 3;

/** Whether the person asked for it, or the page is left because nobody looks at it any more. */
export type LeaveReason = "by hand" | "by itself";

/** Call `leave` on every trigger until the returned function is called. */
export function watchTriggers(
  parts: {
    readonly closeButton: HTMLElement;
    readonly choices: () => LeaveChoices;
    readonly picking: Picking;
  },
  leave: (reason: LeaveReason) => void,
): () => void {
  const { closeButton, choices, picking } = parts;
  const leaveByItself = (): void => leave("by itself");
  const watching = new AbortController();
  const options = { capture: true, signal: watching.signal };
  const asked = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    leave("by hand");
  };
  // A touch leaves on the way down; a click serves screen readers and switch devices.
  closeButton.addEventListener("pointerdown", asked, options);
  closeButton.addEventListener("click", asked, options);
  watchKeys(asked, options);
  document.addEventListener(
    "visibilitychange",
    () => {
      const isHidden = document.visibilityState === "hidden";
      if (isHidden && !picking.hidden(leaveByItself)) leaveByItself();
    },
    options,
  );
  document.addEventListener("freeze", leaveByItself, options);
  addEventListener("pagehide", leaveByItself, options);
  addEventListener("beforeunload", () => dropFocus(closeButton), options);
  const stopIdle = watchIdle(choices, leaveByItself, options);
  const stopMotion = watchMotion(choices, () => leave("by hand"));
  return () => {
    watching.abort();
    stopIdle();
    stopMotion();
  };
}

/**
 * Take the focus out of the layer before another page comes.
 *
 * Firefox keeps what stands in the focused text box in its own process, for the keyboard; once the
 * page has gone it would stay there for seconds.
 */
function dropFocus(closeButton: HTMLElement): void {
  const root = closeButton.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  if (focused instanceof HTMLElement) focused.blur();
}

/** Leave on Esc, and on Shift pressed three times with no other key between. */
function watchKeys(
  asked: (event: Event) => void,
  options: AddEventListenerOptions,
): void {
  let shifts: number[] = [];
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") {
        asked(event);
        return;
      }
      if (event.key !== "Shift") {
        shifts = [];
        return;
      }
      if (event.repeat) return;
      shifts = [...shifts, event.timeStamp].filter(
        (at) => event.timeStamp - at < shiftWindowMs,
      );
      if (shifts.length >= shiftCount) asked(event);
    },
    options,
  );
}

/** Leave after the chosen time without a touch or a key. */
function watchIdle(
  choices: () => LeaveChoices,
  leave: () => void,
  options: AddEventListenerOptions,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = performance.now();
  const wait = (): void => {
    const idleMs = choices().idleSeconds * 1_000;
    const leftMs = last + idleMs - performance.now();
    if (idleMs > 0 && leftMs <= 0) {
      leave();
      return;
    }
    // Looking again once a second follows a changed choice without another signal.
    timer = setTimeout(wait, idleMs > 0 ? Math.min(leftMs, 1_000) : 1_000);
  };
  const touched = (): void => {
    last = performance.now();
  };
  for (const name of ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"]) {
    addEventListener(name, touched, { ...options, passive: true });
  }
  wait();
  return () => clearTimeout(timer);
}
