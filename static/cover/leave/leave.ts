/** The exit path: bare the cover in this task, save the last edit, end the worker, end the process. */

import type { LeaveChoices } from "../base/host.ts";
import { sweep } from "../base/net.ts";
import { bounce } from "./bounce.ts";
import { watchGoing } from "./going.ts";
import type { Picking } from "./pick.ts";
import { type Clipboard, clearTraces } from "./traces.ts";
import { type LeaveReason, watchTriggers } from "./triggers.ts";

// Answered in some 10 ms as a rule. A slow phone takes longer for a large box, and what was written
// last is worth it: the cover is on the screen already, and everything is over within 2 s all the same.
const lastSaveMs = 1_000;
// The old page lives on meanwhile, with the cover on the screen and everything written erased.
const sweepMs = 1_500;

/** What leaving needs from the page that opened the inner app. */
export interface Leaving {
  /** The cover's own address path. */
  readonly path: string;
  readonly closeButton: HTMLElement;
  readonly clipboard: Clipboard;
  readonly choices: () => LeaveChoices;
  readonly picking: Picking;
  /** Whether storage and service worker are to be removed: only the server can answer then. */
  readonly isReset: () => boolean;
  /** Show the cover in this very task; nothing that takes long. */
  readonly bare: () => void;
  /** Let the shown cover be used, and put focus back into it. */
  readonly revive: () => void;
  /** Unsaved data, if any; also tells the inner app to stop everything that sounds or moves. */
  readonly last: () => string | null;
  readonly save: (data: string) => Promise<unknown>;
  /** End the box worker and the keys in it. */
  readonly end: () => void;
}

function isBrowserTab(): boolean {
  return matchMedia("(display-mode: browser)").matches;
}

/** After the next frame, or soon where a hidden page draws none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 50);
  });
}

/** What `work` gives, or `null` when it fails or takes longer. */
function atMost<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));
  return Promise.race([work, limit]).catch(() => null);
}

/** Watch for every trigger; returns the function that leaves at once. */
export function armLeaving(leaving: Leaving): () => void {
  let isLeaving = false;
  const leave = (reason: LeaveReason, to: string | null = null): void => {
    if (isLeaving) return;
    isLeaving = true;
    leaving.bare();
    const saved = saveLast(leaving);
    if ("vibrate" in navigator) navigator.vibrate(0);
    const after = (): void => {
      stopWatching();
      leaving.revive();
      if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
      clearTraces(leaving.clipboard);
    };
    // The frame that shows the cover comes first; a page that is hidden may not live that long.
    if (reason === "by hand") void nextFrame().then(after);
    else after();
    void finish(leaving, reason, saved, to);
  };
  const stopWatching = watchTriggers(leaving, leave);
  watchGoing((path) => leave("by itself", path));
  return () => leave("by hand");
}

/** Post the unsaved edit to the worker; a fault in the inner app must not stop the exit. */
function saveLast(leaving: Leaving): Promise<unknown> {
  try {
    const data = leaving.last();
    return data === null ? nextFrame() : leaving.save(data);
  } catch {
    return nextFrame();
  }
}

async function finish(
  leaving: Leaving,
  reason: LeaveReason,
  saved: Promise<unknown>,
  to: string | null,
): Promise<void> {
  const { exitSite } = leaving.choices();
  await atMost(lastSaveMs, saved);
  leaving.end();
  if (to !== null) {
    location.replace(to);
    return;
  }
  // The answer's headers remove the service worker and all storage; without it they stay.
  const isReset = leaving.isReset() && (await atMost(sweepMs, sweep())) === true;
  const goesOn = reason === "by hand" && isBrowserTab() && navigator.onLine;
  if (goesOn && exitSite.startsWith("https://")) location.replace(exitSite);
  else await bounce(leaving.path, isReset);
}
