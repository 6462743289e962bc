/** Keep the cover's data: save at once, then the newest of what follows; hand the box over when hidden. */

import type { BoxClient } from "../box/messages.ts";

const waitMs = 150;
const judgeMs = 5_000;

function limit(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, judgeMs));
}

/** Saves the cover's data, newest only. */
export interface Keeping {
  /** Newest data; saved at once, or a moment after the last save. */
  save(data: string): void;
  /** Data that came from the box, so that it is not shown or saved again. */
  isNews(data: string | null): boolean;
  /** Whether everything is saved: nothing waits, and no save is under way. */
  isAllKept(): boolean;
  /** Wait for an entry that is still being judged before the box is let go. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Save what is waiting, finish what is being judged, then let the box go if still wanted. */
  letGo(isStillWanted: () => boolean): Promise<void>;
}

/** Make the cover's keeping over the box. */
export function makeKeeping(box: BoxClient): Keeping {
  let kept: string | null | undefined;
  let waiting: string | null = null;
  let isResting = false;
  let isChanged = false;
  let underWay = 0;
  const judged = new Set<Promise<unknown>>();

  const flush = (): void => {
    isChanged = false;
    if (waiting === null) return;
    const data = waiting;
    waiting = null;
    underWay++;
    void box.saveCover(data).then((outcome) => {
      underWay--;
      if (outcome === "saved") kept = data;
      // Refused data waits for the next change or the next time the page is shown.
      else waiting ??= data;
    });
  };
  // A page can be closed at any moment, so the first change does not wait for more.
  const flushSoon = (): void => {
    isChanged = true;
    if (waiting === null || isResting) return;
    flush();
    isResting = true;
    setTimeout(() => {
      isResting = false;
      // Refused data is not tried again by itself.
      if (isChanged) flushSoon();
    }, waitMs);
  };
  return {
    save(data) {
      waiting = data === kept ? null : data;
      flushSoon();
    },
    isNews(data) {
      const isNew = data !== kept;
      kept = data;
      if (waiting === null) return isNew;
      // What could not be saved before is newer than what the box has.
      flushSoon();
      return false;
    },
    isAllKept: () => waiting === null && underWay === 0,
    async during(work) {
      judged.add(work);
      try {
        return await work;
      } finally {
        judged.delete(work);
      }
    },
    async letGo(isStillWanted) {
      flush();
      // What an entry's verdict adds is saved before the box goes.
      if (judged.size > 0) await Promise.race([Promise.allSettled(judged), limit()]);
      await Promise.resolve();
      flush();
      // The page may have come back while an entry was being judged.
      if (isStillWanted()) await box.letGo();
    },
  };
}
