/** The shelf of last resort: memory, gone with the worker. */

import type { Bytes } from "../base/bytes.ts";
import type { Place, Shelf, Store } from "./store.ts";

/** Make a shelf in memory. */
export function makeMemoryShelf(): Shelf {
  const stores = new Map<Place, Store>();
  const make = (place: Place): Store => {
    const store = stores.get(place) ?? new MemoryStore();
    stores.set(place, store);
    return store;
  };
  return {
    keeps: "memory",
    find: (place) => Promise.resolve(stores.get(place) ?? null),
    make: (place) => Promise.resolve(make(place)),
    remove: (place) => {
      stores.delete(place);
      return Promise.resolve();
    },
    close: () => undefined,
  };
}

class MemoryStore implements Store {
  #bytes: Bytes = new Uint8Array(0);

  size(): number {
    return this.#bytes.length;
  }

  read(at: number, length: number): Promise<Bytes> {
    const bytes = new Uint8Array(length);
    bytes.set(this.#bytes.subarray(at, at + length));
    return Promise.resolve(bytes);
  }

  write(at: number, bytes: Bytes): Promise<void> {
    this.#bytes.set(bytes, at);
    return Promise.resolve();
  }

  resize(length: number): Promise<void> {
    const bytes = new Uint8Array(length);
    bytes.set(this.#bytes.subarray(0, length));
    this.#bytes = bytes;
    return Promise.resolve();
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    // Nothing is held.
  }
}
