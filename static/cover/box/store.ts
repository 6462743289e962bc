/** What a box is kept in: a file-like store, and the shelf with two places for one. */

import type { Keeps } from "../base/host.ts";
import type { Bytes } from "../base/bytes.ts";

/** A row of bytes of fixed length, changed in place; every call may throw what the storage throws. */
export interface Store {
  /** Length in bytes. */
  size(): number;
  /** Read `length` bytes from `at`; past the end they are zeros. */
  read(at: number, length: number): Promise<Bytes>;
  /** Write `bytes` at `at`; on the disk only after `flush`. */
  write(at: number, bytes: Bytes): Promise<void>;
  /** Cut or lengthen to `length`; new bytes are zeros. */
  resize(length: number): Promise<void>;
  /** Resolve once everything written is on the disk. */
  flush(): Promise<void>;
  /** Let another worker have it; afterwards every other call throws. */
  close(): void;
}

/** The box has two places, so that it can grow into one while the other still holds everything. */
export type Place = 0 | 1;

/** Two places for a store, in one kind of storage. */
export interface Shelf {
  readonly keeps: Keeps;
  /** Open what is at `place`; `null` when nothing is. */
  find(place: Place): Promise<Store | null>;
  /** Open what is at `place`, made empty when nothing is. */
  make(place: Place): Promise<Store>;
  /** Take away what is at `place`; it must be closed. */
  remove(place: Place): Promise<void>;
  /** Close whatever is still open. */
  close(): void;
}
