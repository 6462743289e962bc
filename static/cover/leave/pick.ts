/**
 * The phone's own file picker.
 *
 * On a phone it lies over the page, which then is hidden: that alone is no leaving. The cover is put
 * on the screen meanwhile, and what was under it comes back only with the picker's own answer.
 */

/** Longest time in the picker, and longest wait for its answer once the page is shown again. */
const awayMs = 60_000;
const answerMs = 3_000;

/** Picks files, and knows when the page is hidden by that. */
export interface Picking {
  /** Let the person pick a file of this kind; `null` when they picked none. */
  pick(accept: string): Promise<File | null>;
  /** The page was hidden: `true` when the picker did it. `leave` is called if no answer comes. */
  hidden(leave: () => void): boolean;
}

/** Make the picking for one layer. */
export function makePicking(layer: HTMLElement): Picking {
  let isPicking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    pick(accept) {
      const input = document.createElement("input");
      Object.assign(input, { type: "file", accept });
      isPicking = true;
      return new Promise((resolve) => {
        const answer = (): void => {
          isPicking = false;
          clearTimeout(timer);
          layer.hidden = false;
          resolve(input.files?.[0] ?? null);
        };
        input.addEventListener("change", answer);
        input.addEventListener("cancel", answer);
        input.click();
      });
    },
    hidden(leave) {
      if (!isPicking) return false;
      layer.hidden = true;
      const leaveAfter = (ms: number): void => {
        clearTimeout(timer);
        if (isPicking) timer = setTimeout(leave, ms);
      };
      leaveAfter(awayMs);
      document.addEventListener("visibilitychange", () => leaveAfter(answerMs), {
        once: true,
      });
      return true;
    },
  };
}
