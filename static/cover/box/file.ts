/** The box as one file on a shelf: find it, make it, clear away what an unfinished growth left. */

import type { Bytes, Random } from "../base/bytes.ts";
import { CoverError, faultOf } from "../base/errors.ts";
import { deriveKek, importKey } from "./aead.ts";
import { deflate } from "./deflate.ts";
import {
  copies,
  fileBytes,
  isUnfinished,
  saltBytes,
  sizes,
  unfinishedBytes,
} from "./format.ts";
import { openHeader, sealCopy } from "./region.ts";
import type { Place, Shelf, Store } from "./store.ts";

/** A complete box file. */
export interface BoxFile {
  readonly place: Place;
  readonly store: Store;
  /** Bytes of one copy of one region. */
  readonly size: number;
  readonly salt: Bytes;
}

/** Bytes that long work writes before it rests; every size above the smallest is a multiple. */
export const chunkBytes = 0x10_0000;

/** Lets other work in between two steps of long work. */
export type Rest = () => Promise<unknown>;

const places = [0, 1] as const;
const noRest: Rest = () => Promise.resolve();

/** Derive the key of region 0, which keeps the cover's data: it comes from the salt alone. */
export async function coverKey(salt: Bytes): Promise<CryptoKey> {
  return importKey(await deriveKek(salt, salt, 0));
}

/** Say whether `shelf` holds a file that was complete once. */
export async function hasFile(shelf: Shelf): Promise<boolean> {
  for (const place of places) {
    const store = await shelf.find(place);
    const isComplete = store !== null && !isUnfinished(store.size());
    store?.close();
    if (isComplete) return true;
  }
  return false;
}

/**
 * Open the box's file, or make it where none was ever complete.
 *
 * Of two complete files (a growth was cut off after its last step) the better readable, then the
 * larger one counts. A file that cannot be made throws `refused` or `full`.
 */
export async function openFile(shelf: Shelf, random: Random): Promise<BoxFile> {
  // One after the other: see ownrows.ts.
  const found = [await look(shelf, places[0]), await look(shelf, places[1])];
  const best = found.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  for (const other of found) {
    if (other === best || other.store === null) continue;
    // A complete file is only cleared away when the one that stays can be read.
    if (other.size === 0 || best.readable > 0)
      await discard(shelf, other.place, other.store, random);
    else other.store.close();
  }
  const { place, store, size } = best;
  if (size === 0 || store === null) {
    store?.close();
    return makeFile(shelf, place, random);
  }
  await lengthen(store, fileBytes(size), random);
  return { place, store, size, salt: await store.read(0, saltBytes) };
}

/** Mark a file as not complete, overwrite it with random bytes, then take it away. */
export async function discard(
  shelf: Shelf,
  place: Place,
  store: Store,
  random: Random,
  rest: Rest = noRest,
): Promise<void> {
  try {
    const length = store.size();
    const larger = sizes.find((size) => unfinishedBytes(size) >= length) ?? sizes[3];
    await store.resize(unfinishedBytes(larger));
    await store.flush();
    await fill(store, 0, length, random, rest);
    store.close();
    await shelf.remove(place);
  } catch {
    // The next opening tries again.
    store.close();
  }
}

interface Look {
  readonly place: Place;
  readonly store: Store | null;
  /** Bytes of one copy; 0 while the file is not complete. */
  readonly size: number;
  /** How many copies of region 0 have a sound header. */
  readonly readable: number;
}

const rank = ({ readable, size }: Look): number => size + (readable > 0 ? 2 ** 32 : 0);

async function look(shelf: Shelf, place: Place): Promise<Look> {
  const store = await shelf.find(place);
  const none = { place, store, size: 0, readable: 0 };
  if (store === null || isUnfinished(store.size())) return none;
  const length = store.size();
  const exact = sizes.filter((size) => fileBytes(size) === length);
  // A length that no complete file has: cut short, or with something behind. Region 0 tells.
  const fitting = sizes.find((size) => fileBytes(size) >= length) ?? sizes[3];
  let best: Look = { ...none, size: exact[0] ?? fitting };
  for (const size of exact.length > 0 ? exact : sizes) {
    const readable = await countReadable(store, size);
    if (readable > best.readable) best = { place, store, size, readable };
  }
  return best;
}

async function countReadable(store: Store, size: number): Promise<number> {
  const key = await coverKey(await store.read(0, saltBytes));
  let count = 0;
  for (const copy of copies) {
    if ((await openHeader(store, size, key, 0, copy)) !== null) count++;
  }
  return count;
}

async function makeFile(shelf: Shelf, place: Place, random: Random): Promise<BoxFile> {
  const size = sizes[0];
  try {
    const store = await shelf.make(place);
    const bytes = random(fileBytes(size));
    const salt = bytes.slice(0, saltBytes);
    const key = await coverKey(salt);
    const nothing = await deflate(new Uint8Array(0));
    const body = { first: nothing, second: nothing, third: new Uint8Array(0) };
    for (const copy of copies) {
      const at = { region: 0, copy, size };
      const sealed = await sealCopy(key, at, BigInt(copy) + 1n, body, random);
      bytes.set(sealed, saltBytes + copy * size);
    }
    // One byte too many until everything is on the disk: so a half-made file is known as such.
    await store.resize(unfinishedBytes(size));
    await store.flush();
    await store.write(0, bytes);
    await store.flush();
    await store.resize(fileBytes(size));
    await store.flush();
    return { place, store, size, salt };
  } catch (error) {
    const fault = faultOf(error);
    throw new CoverError(fault === "broken" ? "refused" : fault);
  }
}

// A file cut short gets its length back; what was cut off stays lost.
async function lengthen(store: Store, length: number, random: Random): Promise<void> {
  const from = store.size();
  if (from >= length) return;
  try {
    await store.resize(length);
    await fill(store, from, length, random, noRest);
  } catch {
    // A full disk must not keep what is still there from being read.
  }
}

async function fill(
  store: Store,
  from: number,
  to: number,
  random: Random,
  rest: Rest,
): Promise<void> {
  for (let at = from; at < to; at += chunkBytes) {
    await store.write(at, random(Math.min(chunkBytes, to - at)));
    await rest();
  }
  await store.flush();
}
