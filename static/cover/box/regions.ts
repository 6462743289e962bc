/** The regions of one box: spaces are read from and saved into them. */

import type { Bytes, Random } from "../base/bytes.ts";
import { CoverError, faultOf } from "../base/errors.ts";
import type { SaveOutcome } from "../base/host.ts";
import { overwrite } from "./erase.ts";
import type { BoxFile } from "./file.ts";
import { type Body, type Copy, sizeFor, spaceRegions } from "./format.ts";
import { grow } from "./grow.ts";
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

  /** Save `body` into the older copy of `space`; on any failure the newest copy is untouched. */
  async save(space: Space, body: Body): Promise<SaveOutcome> {
    try {
      await this.#fit(body);
      const copy = space.copy === 0 ? 1 : 0;
      const sequence = space.sequence + 1n;
      const { store, size } = this.#file;
      const at = { region: space.region, copy, size } as const;
      const sealed = await sealCopy(space.kek, at, sequence, body, this.#parts.random);
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

  async #fit(body: Body): Promise<void> {
    const size = sizeFor(body.first.length + body.second.length + body.third.length);
    if (size === null) throw new CoverError("full");
    if (size <= this.#file.size) return;
    this.#file = await grow(this.#parts.shelf, this.#file, size, this.#parts.random);
  }
}
