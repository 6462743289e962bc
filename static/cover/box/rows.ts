/** The shelf in IndexedDB, where private files are refused: pages of equal size, one per row. */

import type { Bytes } from "../base/bytes.ts";
import { type OwnRows, ownRows } from "./ownrows.ts";
import type { Place, Shelf, Store } from "./store.ts";

export const pageBytes = 0x1_0000;
// The row that holds a place's length; pages count from 0.
const lengthRow = -1;

/** Open the shelf for `name`; `null` where IndexedDB is refused. */
export async function openRows(name: string): Promise<Shelf | null> {
  try {
    return new RowShelf(await ownRows(name));
  } catch {
    return null;
  }
}

/** Say whether a shelf for `name` was made before, without making one. */
export async function hasRows(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((each) => each.name === name);
  } catch {
    return false;
  }
}

class RowShelf implements Shelf {
  readonly keeps = "rows";
  readonly #rows: OwnRows;

  constructor(rows: OwnRows) {
    this.#rows = rows;
  }

  async find(place: Place): Promise<Store | null> {
    const length = await this.#rows.get(place, lengthRow);
    return typeof length === "number" ? new RowStore(this.#rows, place, length) : null;
  }

  async make(place: Place): Promise<Store> {
    return (await this.find(place)) ?? new RowStore(this.#rows, place, 0);
  }

  async remove(place: Place): Promise<void> {
    await this.#rows.change((rows) =>
      rows.delete(IDBKeyRange.bound([place], [place, []])),
    );
  }

  close(): void {
    this.#rows.close();
  }
}

/** Writes wait in memory; a flush puts all of them in one transaction, whole or not at all. */
class RowStore implements Store {
  readonly #rows: OwnRows;
  readonly #place: Place;
  readonly #waiting = new Map<number, Bytes>();
  #length: number;

  constructor(rows: OwnRows, place: Place, length: number) {
    this.#rows = rows;
    this.#place = place;
    this.#length = length;
  }

  size(): number {
    return this.#length;
  }

  async read(at: number, length: number): Promise<Bytes> {
    const bytes = new Uint8Array(length);
    for (let page = Math.floor(at / pageBytes); page * pageBytes < at + length; page++) {
      const start = page * pageBytes - at;
      const source = await this.#page(page);
      bytes.set(source.subarray(Math.max(-start, 0), length - start), Math.max(start, 0));
    }
    return bytes;
  }

  async write(at: number, bytes: Bytes): Promise<void> {
    for (
      let page = Math.floor(at / pageBytes);
      page * pageBytes < at + bytes.length;
      page++
    ) {
      const start = page * pageBytes - at;
      const target = (await this.#page(page)).slice();
      const part = bytes.subarray(Math.max(start, 0), start + pageBytes);
      target.set(part, Math.max(-start, 0));
      this.#waiting.set(page, target);
    }
  }

  resize(length: number): Promise<void> {
    return this.#put(length);
  }

  flush(): Promise<void> {
    return this.#put(this.#length);
  }

  close(): void {
    this.#waiting.clear();
  }

  async #put(length: number): Promise<void> {
    const pages = [...this.#waiting];
    // What could not be put is not tried again with later writes.
    this.#waiting.clear();
    await this.#rows.change((rows) => {
      for (const [page, bytes] of pages) rows.put(bytes, [this.#place, page]);
      rows.put(length, [this.#place, lengthRow]);
    });
    this.#length = length;
  }

  async #page(page: number): Promise<Bytes> {
    const waiting = this.#waiting.get(page);
    if (waiting !== undefined) return waiting;
    const kept = await this.#rows.get(this.#place, page);
    return kept instanceof Uint8Array && kept.length === pageBytes
      ? new Uint8Array(kept)
      : new Uint8Array(pageBytes);
  }
}
