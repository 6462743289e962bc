/** Pictures are drawn one after another, and while somebody scrolls only now and then. */

/** How long after the last scrolling the finger counts as resting, and the longest wait for that. */
const REST_MS = 120;
const MOST_MS = 500;

/** What the turns need of the phone; passed in so that tests need no clock. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<unknown>;
}

/** Work that waits for its turn; the newest first, for that is what is looked at. */
export class Turns {
  readonly #clock: Clock;
  readonly #waiting: (() => Promise<unknown>)[] = [];
  #scrolled = -Infinity;
  #isBusy = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The list moves under the finger. */
  readonly scrolled = (): void => {
    this.#scrolled = this.#clock.now();
  };

  /** Do `work` soon; returns a function that takes it back. */
  add(work: () => Promise<unknown>): () => void {
    this.#waiting.push(work);
    if (!this.#isBusy) void this.#run();
    return () => {
      const at = this.#waiting.indexOf(work);
      if (at >= 0) this.#waiting.splice(at, 1);
    };
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      await this.#rest();
      // What failed says so itself, and must not hold up the others.
      await this.#waiting
        .pop()?.()
        .catch(() => null);
    }
    this.#isBusy = false;
  }

  /** Wait until nothing has moved for a moment. */
  async #rest(): Promise<void> {
    const from = this.#clock.now();
    for (;;) {
      const now = this.#clock.now();
      if (now - this.#scrolled >= REST_MS || now - from >= MOST_MS) return;
      await this.#clock.wait(REST_MS / 3);
    }
  }
}
