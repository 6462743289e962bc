/** The regions of one box: spaces are read from and saved into them. */

import type { Bytes, Random } from "../base/bytes.ts";
import { CoverError, faultOf } from "../base/errors.ts";
import type { SaveOutcome } from "../base/host.ts";
import { overwrite } from "./erase.ts";
import { type BoxFile, discard } from "./file.ts";
import {
  type Body,
  type Copy,
  capacity,
  sizeFor,
  sizes,
  spaceRegions,
  textRoomBytes,
} from "./format.ts";
import { grow, slotOf } from "./grow.ts";
import type { Kdf } from "./kdf.ts";
import { openHeaders, readNewest, sealCopy, writeCopy } from "./region.ts";
import type { Shelf } from "./store.ts";
import { type Hit, tryEntry } from "./trial.ts";

/** What a box works with. */
export interface BoxParts {
  readonly shelf: Shelf;
  readonly kdf: Kdf;
  readonly random: Random;
  /** Called when every other space, or every space, was to be overwritten, done or not. */
  readonly wiped?: () => void;
  /**
   * Called between the steps of a growth: saves may be made until it resolves. `false`: something
   * cannot wait, so a growth that is not done yet is given up.
   */
  readonly between?: (isEarly: boolean) => Promise<boolean>;
}

/** An open region: its key and what it holds. */
export interface Space {
  readonly region: number;
  readonly kek: CryptoKey;
  /** The newest copy; a save writes the other one. */
  copy: Copy;
  sequence: bigint;
  body: Body;
}

/** Begin a space; its saves go on from those of what is `present` in its region. */
export function newSpace(
  region: number,
  kek: CryptoKey,
  body: Body,
  present: Space | null = null,
): Space {
  return {
    region,
    kek,
    copy: present?.copy ?? 1,
    sequence: present?.sequence ?? 0n,
    body,
  };
}

/** What a typed entry opened. */
export interface Found {
  readonly space: Space | null;
  /** Regions whose header it opened, sound or not. */
  readonly regions: readonly number[];
  /** Raw KEKs of regions 1–4, in order; the caller wipes them. */
  readonly keks: readonly Bytes[];
}

/** Reading, saving and overwriting regions; the file grows when something needs it. */
export class Regions {
  readonly #parts: BoxParts;
  #file: BoxFile;
  /** While the file grows: the copies that a save made stale. */
  #stale: Set<number> | null = null;
  #isStuck = false;

  constructor(parts: BoxParts, file: BoxFile) {
    this.#parts = parts;
    this.#file = file;
  }

  /** Salt of the box; it never changes. */
  get salt(): Bytes {
    return this.#file.salt;
  }

  /** Try a typed entry on all regions and read what it opens. */
  async try(entry: string): Promise<Found> {
    const { hits, keks } = await tryEntry(() => this.#file, this.#parts.kdf, entry);
    let space: Space | null = null;
    for (const hit of hits) space ??= await this.#read(hit);
    return { space, regions: hits.map((hit) => hit.region), keks };
  }

  /** Try a known key on one region and read what it opens. */
  async tryKey(region: number, kek: CryptoKey): Promise<Space | null> {
    const openings = await openHeaders(this.#file.store, this.#file.size, kek, region);
    return this.#read({ region, kek, openings });
  }

  /**
   * Save `changes` into the older copy of `space`; on any failure the newest copy is untouched.
   *
   * With `spareBytes` as much is to stay free. What was saved while the file grew is newer than
   * these changes, and stays. A save that comes in meanwhile and does not fit yet is `refused`.
   */
  async save(space: Space, changes: Partial<Body>, spareBytes = 0): Promise<SaveOutcome> {
    const before = space.body;
    try {
      await this.#fit(() => ({ ...space.body, ...changes }), spareBytes);
      if (streams.some((each) => each in changes && before[each] !== space.body[each]))
        return "saved";
      const body = { ...space.body, ...changes };
      const copy = space.copy === 0 ? 1 : 0;
      const sequence = space.sequence + 1n;
      const { store, size } = this.#file;
      const at = { region: space.region, copy, size } as const;
      const sealed = await sealCopy(space.kek, at, sequence, body, this.#parts.random);
      this.#stale?.add(slotOf(space.region, copy));
      await writeCopy(store, at, sealed);
      Object.assign(space, { copy, sequence, body } satisfies Partial<Space>);
      return "saved";
    } catch (error) {
      return faultOf(error) === "full" ? "full" : "refused";
    }
  }

  /**
   * Save into both copies, so that nothing of what was in the region before can be opened.
   *
   * Once the first copy is on the disk the space is saved; the next save repairs the second.
   */
  async saveBoth(space: Space, body: Body): Promise<SaveOutcome> {
    const outcome = await this.save(space, body);
    if (outcome === "saved") await this.save(space, body);
    return outcome;
  }

  /**
   * Save `next` with `body` into both copies of `old`, whose key then opens nothing.
   *
   * Otherwise what `old` holds is put back, now or by its next two saves; one copy is always sound.
   */
  async replaceBoth(old: Space, next: Space, body: Body): Promise<SaveOutcome> {
    const outcome = await this.save(next, body);
    if (outcome !== "saved") return outcome;
    if ((await this.save(next, body)) === "saved") return "saved";
    // The failed write may have left only the first one sound, so the other is put back before it.
    old.copy = next.copy;
    old.sequence = next.sequence;
    await this.saveBoth(old, old.body);
    return "refused";
  }

  /** Whether text in one of `spaces` could soon not fit any more, and growing was not tried yet. */
  isTight(...spaces: readonly (Space | null)[]): boolean {
    if (this.#isStuck || this.#file.size === sizes[3]) return false;
    const most = capacity(this.#file.size) - textRoomBytes;
    return spaces.some((space) => space !== null && lengthOf(space.body) > most);
  }

  /** Grow before anything needs it, so that what is written meanwhile has room. */
  async growEarly(): Promise<void> {
    const next = sizes.find((size) => size > this.#file.size);
    try {
      if (next !== undefined) await this.#grow(next, "early");
    } catch {
      // A phone that is full, or a growth given up: it is not tried again and again.
      this.#isStuck = true;
    }
  }

  /** Choose at random one of the regions that are not in `taken`; `null` when all are. */
  choose(taken: ReadonlySet<number>): number | null {
    const free = spaceRegions.filter((region) => !taken.has(region));
    if (free.length === 0) return null;
    // Bytes at the end of the range would favour some regions: draw again.
    const fair = 256 - (256 % free.length);
    let byte: number;
    do byte = this.#parts.random(1)[0] ?? 0;
    while (byte >= fair);
    return free[byte % free.length] ?? null;
  }

  /** Overwrite regions with random bytes; `true` when verified. */
  overwrite(regions: readonly number[]): Promise<boolean> {
    return overwrite(this.#file.store, this.#file.size, regions, this.#parts.random);
  }

  /** Let the storage go. */
  close(): void {
    this.#file.store.close();
    this.#parts.shelf.close();
  }

  async #read({ region, kek, openings }: Hit): Promise<Space | null> {
    const newest = await readNewest(this.#file.store, this.#file.size, openings);
    return newest === null ? null : { region, kek, ...newest };
  }

  async #fit(body: () => Body, spareBytes: number): Promise<void> {
    for (;;) {
      const size = sizeFor(lengthOf(body()) + spareBytes);
      if (size === null) throw new CoverError("full");
      if (size <= this.#file.size) return;
      // One growth at a time: what it is for comes first.
      if (this.#stale !== null) throw new CoverError("refused");
      await this.#grow(size, "needed");
    }
  }

  async #grow(size: number, why: "early" | "needed"): Promise<void> {
    const { shelf, random, between } = this.#parts;
    const rest = async (): Promise<boolean> =>
      between === undefined || (await between(why === "early"));
    const stale = new Set<number>();
    this.#stale = stale;
    try {
      const old = this.#file;
      this.#file = await grow(shelf, old, size, random, stale, async () => {
        if (!(await rest())) throw new CoverError("refused");
      });
      // Saves go into the larger file from here on; the smaller one does not count any more.
      await discard(shelf, old.place, old.store, random, rest);
    } finally {
      this.#stale = null;
    }
  }
}

const streams = ["first", "second", "third"] as const;

function lengthOf(body: Body): number {
  return body.first.length + body.second.length + body.third.length;
}
