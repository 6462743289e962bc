/** The Web Locks of one origin (W3C Web Locks API §3), as far as the box uses them. */

type Options = LockOptions;
type Granted = (lock: Lock | null) => unknown;

interface Held {
  readonly fail: (error: Error) => void;
}

interface Waiting {
  readonly start: () => void;
}

/** Make a lock manager that all windows of a test share. */
export function makeLocks(): Pick<LockManager, "request"> {
  let held: Held | null = null;
  const waiting: Waiting[] = [];

  const next = (): void => {
    if (held === null) waiting.shift()?.start();
  };
  const abort = (): Error => new DOMException("aborted", "AbortError");

  const request = (name: string, given: Options | Granted, callback?: Granted) => {
    const options: Options = typeof given === "function" ? {} : given;
    const work = typeof given === "function" ? given : callback;
    return new Promise<unknown>((resolve, reject) => {
      const run = (): void => {
        const mine: Held = { fail: reject };
        held = mine;
        const end = (): void => {
          if (held !== mine) return;
          held = null;
          next();
        };
        Promise.resolve()
          .then(() => work?.({ name, mode: "exclusive" }))
          .then(resolve, reject)
          .finally(end);
      };
      if (options.steal === true) {
        held?.fail(abort());
        run();
      } else if (held === null) run();
      else if (options.ifAvailable === true) {
        Promise.resolve()
          .then(() => work?.(null))
          .then(resolve, reject);
      } else {
        const entry: Waiting = { start: run };
        waiting.push(entry);
        options.signal?.addEventListener("abort", () => {
          const at = waiting.indexOf(entry);
          if (at < 0) return;
          waiting.splice(at, 1);
          reject(abort());
        });
      }
    });
  };
  return { request: request };
}
