/** The box: the cover's data, and whatever one open space holds. */

import { type Bytes, wipe } from "../base/bytes.ts";
import { CoverError, faultOf } from "../base/errors.ts";
import type { CreateOutcome, Keeps, SaveOutcome } from "../base/host.ts";
import { importKey } from "./aead.ts";
import {
  hasCompanion,
  putCompanion,
  refreshCompanion,
  removeCompanion,
  savePack,
  type Wish,
} from "./companions.ts";
import { deflate } from "./deflate.ts";
import {
  type Envelope,
  eraserKind,
  type Kind,
  plainKind,
  sealData,
  sealEnvelope,
  unsealData,
  unsealEnvelope,
} from "./envelope.ts";
import { coverKey, openFile } from "./file.ts";
import { type Body, spaceRegions, textRoomBytes } from "./format.ts";
import { regionsInUse, withSecret } from "./make.ts";
import type { Opened, Pack } from "./messages.ts";
import { type Piece, readPieces, writePieces } from "./pieces.ts";
import { type BoxParts, Regions, newSpace, type Space } from "./regions.ts";

/** One open box. Calls must not overlap: whoever holds it makes them one after another. */
export class Box {
  readonly keeps: Keeps;
  readonly #regions: Regions;
  readonly #cover: Space;
  readonly #wiped: BoxParts["wiped"];
  #coverData: string | null;
  #coverTurn = 0;
  #space: Space | null = null;

  private constructor(
    parts: BoxParts,
    regions: Regions,
    cover: Space,
    data: string | null,
  ) {
    this.keeps = parts.shelf.keeps;
    this.#wiped = parts.wiped;
    this.#regions = regions;
    this.#cover = cover;
    this.#coverData = data;
  }

  /** Open the box on `parts.shelf`, or make it where there never was one. */
  static async open(parts: BoxParts): Promise<Box> {
    const regions = new Regions(parts, await openFile(parts.shelf, parts.random));
    const { space, data } = await openCover(regions);
    return new Box(parts, regions, space, data);
  }

  /** The cover's newest saved data; `null` while there is none. */
  get coverData(): string | null {
    return this.#coverData;
  }

  /** Save the cover's data. */
  async saveCover(data: string): Promise<SaveOutcome> {
    const turn = ++this.#coverTurn;
    const outcome = await saveData(this.#regions, this.#cover, data);
    // Of two saves while the box grows the later one is the newer.
    if (outcome === "saved" && turn === this.#coverTurn) this.#coverData = data;
    return outcome;
  }

  /**
   * Try an entry and open what it opens; `null` for an ordinary entry, after the same work.
   *
   * An eraser answers `null` too. While a space is open it stays open, and what would open one
   * throws `refused`: it must not be taken for ordinary. Throws `broken` when a space cannot be read.
   */
  async open(entry: string): Promise<Opened | null> {
    const { space, regions, keks } = await this.#regions.try(entry);
    wipe(...keks);
    if (space === null) {
      if (regions.length > 0) throw new CoverError("broken");
      return null;
    }
    const envelope = await unsealEnvelope(space.body.first);
    if (envelope.kind === eraserKind) {
      await this.erase();
      return null;
    }
    const data = await unsealData(space.body.second);
    if (this.#space !== null) {
      wipeBody(space.body);
      throw new CoverError("refused");
    }
    if (envelope.erasesOthers) await this.#eraseOthers(space, envelope);
    this.#hold(space);
    return { pack: envelope.pack, data };
  }

  /** Save what the person wrote into the open space. */
  save(data: string): Promise<SaveOutcome> {
    return this.#inSpace((space) => saveData(this.#regions, space, data));
  }

  /** Keep the pieces with these ids and `added`, and no others; nothing to change is saved already. */
  keepPieces(ids: readonly string[], added: Piece | null): Promise<SaveOutcome> {
    return this.#inSpace((space) => {
      const present = readPieces(space.body.third);
      const kept = present.filter(([id]) => ids.includes(id) && id !== added?.[0]);
      if (added === null && kept.length === present.length)
        return Promise.resolve("saved" as const);
      const third = writePieces(added === null ? kept : [...kept, added]);
      return this.#regions.save(space, { third }, added === null ? 0 : textRoomBytes);
    });
  }

  /** Whether text could soon not fit any more. */
  get isTight(): boolean {
    return this.#regions.isTight(this.#cover, this.#space);
  }

  /** Grow now, so that text never has to wait for it. */
  makeRoom(): Promise<void> {
    return this.#regions.growEarly();
  }

  /** The bytes of one piece of the open space, a copy; `null` where there is none. */
  piece(id: string): Bytes | null {
    if (this.#space === null) return null;
    const found = readPieces(this.#space.body.third).find((each) => each[0] === id);
    return found?.[1].slice() ?? null;
  }

  /** Make a space in a region that nothing known uses, and open it. */
  create(
    secret: string,
    pack: Pack,
    data: string,
    others: readonly string[],
  ): Promise<CreateOutcome> {
    return withSecret(this.#regions, secret, async ({ space: present, keks }) => {
      if (present !== null) return "taken";
      const region = this.#regions.choose(
        await regionsInUse(this.#regions, this.#space, others),
      );
      const kek = keks[(region ?? 0) - 1];
      if (region === null || kek === undefined) return "crowded";
      const envelope: Envelope = {
        kind: plainKind,
        erasesOthers: false,
        companions: [],
        pack,
      };
      const body = {
        first: await sealEnvelope(envelope),
        second: await sealData(data),
        third: new Uint8Array(0),
      };
      const space = newSpace(region, await importKey(kek), body);
      const outcome = await this.#regions.saveBoth(space, body);
      if (outcome === "saved") this.#hold(space);
      return outcome;
    });
  }

  /** Let `secret` open the open space, and the old secret nothing; else `refused`, and it stays. */
  changeSecret(secret: string): Promise<CreateOutcome> {
    return this.#inSpace((space) =>
      withSecret(this.#regions, secret, async ({ space: present, keks }) => {
        const kek = keks[space.region - 1];
        if (present !== null || kek === undefined) return "taken";
        const changed = { ...space, kek: await importKey(kek) };
        const outcome = await this.#regions.replaceBoth(space, changed, space.body);
        if (outcome === "saved") this.#space = changed;
        return outcome;
      }),
    );
  }

  /** Replace the pack of the open space, keeping its data. */
  changePack(pack: Pack): Promise<SaveOutcome> {
    return this.#inSpace((space) => savePack(this.#regions, space, pack));
  }

  /** Make or replace a companion of the open space. */
  putCompanion(
    secret: string,
    wish: Wish,
    others: readonly string[],
  ): Promise<CreateOutcome> {
    return this.#inSpace((space) =>
      putCompanion(this.#regions, space, secret, wish, others),
    );
  }

  /** Overwrite a companion of the open space and forget it. */
  removeCompanion(kind: Kind): Promise<SaveOutcome> {
    return this.#inSpace((space) => removeCompanion(this.#regions, space, kind));
  }

  /** Give the second space a newer pack. */
  refreshCompanion(pack: Pack): Promise<SaveOutcome> {
    return this.#inSpace((space) => refreshCompanion(this.#regions, space, pack));
  }

  /** Say whether the open space knows a companion of this kind. */
  async hasCompanion(kind: Kind): Promise<boolean> {
    return this.#space !== null && (await hasCompanion(this.#space, kind));
  }

  /** Forget the open space and overwrite all spaces; `true` when verified. */
  erase(): Promise<boolean> {
    this.#hold(null);
    return this.#overwrite(spaceRegions);
  }

  /** Forget everything and let the storage go. */
  close(): void {
    this.#hold(null);
    this.#coverData = null;
    this.#regions.close();
  }

  #hold(space: Space | null): void {
    if (this.#space !== null) wipeBody(this.#space.body);
    this.#space = space;
  }

  async #inSpace<T>(work: (space: Space) => Promise<T>): Promise<T | SaveOutcome> {
    if (this.#space === null) return "refused";
    try {
      return await work(this.#space);
    } catch (error) {
      return faultOf(error) === "full" ? "full" : "refused";
    }
  }

  async #overwrite(regions: readonly number[]): Promise<boolean> {
    try {
      return await this.#regions.overwrite(regions);
    } finally {
      this.#wiped?.();
    }
  }

  async #eraseOthers(space: Space, envelope: Envelope): Promise<void> {
    const others = spaceRegions.filter((region) => region !== space.region);
    if (!(await this.#overwrite(others))) return;
    // Done: neither copy keeps a sign that there was anything.
    const first = await sealEnvelope({ ...envelope, erasesOthers: false });
    await this.#regions.saveBoth(space, { ...space.body, first });
  }
}

function wipeBody({ first, second, third }: Body): void {
  wipe(first, second, third);
}

async function saveData(
  regions: Regions,
  space: Space,
  data: string,
): Promise<SaveOutcome> {
  try {
    return await regions.save(space, { second: await sealData(data) });
  } catch (error) {
    return faultOf(error) === "full" ? "full" : "refused";
  }
}

/** Read region 0; where neither copy is sound the cover starts empty, and the spaces stay. */
async function openCover(
  regions: Regions,
): Promise<{ space: Space; data: string | null }> {
  const kek = await coverKey(regions.salt);
  const space = await regions.tryKey(0, kek);
  if (space !== null) {
    const data = await unsealData(space.body.second);
    return { space, data: data === "" ? null : data };
  }
  const nothing = await deflate(new Uint8Array(0));
  const body = { first: nothing, second: nothing, third: new Uint8Array(0) };
  return { space: newSpace(0, kek, body), data: null };
}
