/** One watched value: screens read it and are drawn again when it changes. */

import { useLayoutEffect, useState } from "preact/hooks";

/** A value that tells its watchers when it was replaced. */
export class Cell<T> {
  #value: T;
  readonly #watchers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Replace the value; the same value again tells nobody. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Call `watcher` after every change until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}

/** Read a cell in a component and draw the component again whenever it changes. */
export function useCell<T>(cell: Cell<T>): T {
  const [, redraw] = useState({});
  useLayoutEffect(() => cell.watch(() => redraw({})), [cell]);
  return cell.value;
}
