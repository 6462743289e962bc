/**
 * A disk that loses power: it counts every change, fails at the chosen one, and then shows what a
 * real disk might hold: everything, only what was flushed, or the later writes without the earlier.
 */

import type { Bytes } from "../../../../static/cover/base/bytes.ts";
import type { Place, Shelf, Store } from "../../../../static/cover/box/store.ts";
import { openBox, plan, steered } from "./helpers.ts";

/** What became of the writes that no flush had confirmed when the power went. */
export const aftermaths = ["all", "none", "half", "later"] as const;
export type Aftermath = (typeof aftermaths)[number];

export class PowerCut extends Error {}

type Change = { readonly place: Place } & (
  | { readonly at: number; readonly bytes: Bytes }
  | { readonly length: number }
  | { readonly isRemoval: true }
);

export class Disk {
  /** Changes, flushes among them, so far. */
  steps = 0;
  /** The step at which the power goes. */
  cutAt = Infinity;
  #durable = new Map<Place, Bytes>();
  #now = new Map<Place, Bytes>();
  #waiting: Change[] = [];

  /** A copy of this disk as it is on the platters. */
  clone(): Disk {
    const disk = new Disk();
    disk.#durable = copyOf(this.#durable);
    disk.#now = copyOf(this.#durable);
    return disk;
  }

  /** The disk as found after the power came back. */
  reboot(aftermath: Aftermath): Disk {
    const disk = this.clone();
    for (const change of survivors(this.#waiting, aftermath))
      apply(disk.#durable, change);
    disk.#now = copyOf(disk.#durable);
    return disk;
  }

  shelf(): Shelf {
    const store = (place: Place): Store => ({
      size: () => this.#now.get(place)?.length ?? 0,
      read: (at, length) => {
        const bytes = new Uint8Array(length);
        bytes.set(
          (this.#now.get(place) ?? bytes.subarray(0, 0)).subarray(at, at + length),
        );
        return Promise.resolve(bytes);
      },
      write: (at, bytes) => this.#change({ place, at, bytes: bytes.slice() }),
      resize: (length) => this.#change({ place, length }),
      flush: async () => {
        await this.#step();
        const rest = this.#waiting.filter((change) => change.place !== place);
        for (const change of this.#waiting)
          if (!rest.includes(change)) apply(this.#durable, change);
        this.#waiting = rest;
      },
      close: () => undefined,
    });
    return {
      keeps: "file",
      find: (place) => Promise.resolve(this.#now.has(place) ? store(place) : null),
      make: (place) => {
        if (!this.#now.has(place)) this.#now.set(place, new Uint8Array(0));
        return Promise.resolve(store(place));
      },
      remove: (place) => this.#change({ place, isRemoval: true }),
      close: () => undefined,
    };
  }

  async #change(change: Change): Promise<void> {
    this.#waiting.push(change);
    await this.#step();
    apply(this.#now, change);
  }

  #step(): Promise<void> {
    this.steps++;
    return this.steps >= this.cutAt ? Promise.reject(new PowerCut()) : Promise.resolve();
  }
}

function survivors(waiting: readonly Change[], aftermath: Aftermath): Change[] {
  if (aftermath === "none") return [];
  if (aftermath === "later") return waiting.slice(1);
  const last = waiting.at(-1);
  if (aftermath === "all" || last === undefined || !("bytes" in last))
    return [...waiting];
  const half = last.bytes.slice(0, Math.ceil(last.bytes.length / 2));
  return [...waiting.slice(0, -1), { ...last, bytes: half }];
}

function apply(files: Map<Place, Bytes>, change: Change): void {
  const old = files.get(change.place) ?? new Uint8Array(0);
  if ("isRemoval" in change) {
    files.delete(change.place);
    return;
  }
  const end = "length" in change ? change.length : change.at + change.bytes.length;
  const isResized = "length" in change ? end !== old.length : end > old.length;
  const bytes = isResized ? new Uint8Array(end) : old;
  if (isResized) bytes.set(old.subarray(0, end));
  if ("bytes" in change) bytes.set(change.bytes, change.at);
  files.set(change.place, bytes);
}

function copyOf(files: ReadonlyMap<Place, Bytes>): Map<Place, Bytes> {
  return new Map([...files].map(([place, bytes]) => [place, bytes.slice()]));
}

/** A disk with a cover and two spaces, all on the platters. */
export async function makeDisk(): Promise<Disk> {
  const disk = new Disk();
  const box = await openBox(disk.shelf(), steered(0, 0));
  await box.saveCover("cover");
  await box.create("first", plan, "one", []);
  await box.create("second", plan, "two", ["first"]);
  return disk;
}
