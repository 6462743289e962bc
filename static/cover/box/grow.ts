/**
 * Growing: the same box in a file with larger copies, needing no key.
 *
 * Every copy, open or not, keeps its bytes in front of its larger place, random bytes behind.
 */

import { type Bytes, concat, isEqual, type Random } from "../base/bytes.ts";
import { CoverError } from "../base/errors.ts";
import { digest } from "./aead.ts";
import { type BoxFile, chunkBytes, discard, type Rest } from "./file.ts";
import { type Copy, copyAt, copiesInFile, fileBytes, unfinishedBytes } from "./format.ts";
import type { Shelf, Store } from "./store.ts";

/** Copies that are made with rests in between. */
const mostRested = 2 * copiesInFile;

/** Which copy of the file it is, counted from its start. */
export function slotOf(region: number, copy: Copy): number {
  return 2 * region + copy;
}

/**
 * Copy `file` into a larger one; until the last step the old one counts and is whole.
 *
 * Between its steps `rest` may let saves into the old file: each of them puts the slot that it wrote
 * into `stale`, and that is copied again. When `rest` throws, the larger file is taken away.
 */
export async function grow(
  shelf: Shelf,
  file: BoxFile,
  size: number,
  random: Random,
  stale: Set<number>,
  rest: Rest,
): Promise<BoxFile> {
  const place = file.place === 0 ? 1 : 0;
  const store = await shelf.make(place);
  try {
    await store.resize(unfinishedBytes(size));
    await store.flush();
    await store.write(0, file.salt);
    for (let slot = 0; slot < copiesInFile; slot++) stale.add(slot);
    let done = 0;
    // What is taken out and put in again comes round once more, but somebody who types and types
    // must not keep the box from growing: in the end it goes on without a rest.
    for (const slot of stale) {
      stale.delete(slot);
      const restNow = ++done > mostRested ? () => Promise.resolve() : rest;
      await copyOver(file, store, size, slot, random, restNow);
    }
    if (!isEqual(await store.read(0, file.salt.length), file.salt))
      throw new CoverError("refused");
    // From here on the larger file is complete, and so it is the one that counts.
    await store.resize(fileBytes(size));
    await store.flush();
  } catch (error) {
    await discard(shelf, place, store, random);
    throw error;
  }
  return { place, store, size, salt: file.salt };
}

async function copyOver(
  file: BoxFile,
  store: Store,
  size: number,
  slot: number,
  random: Random,
  rest: Rest,
): Promise<void> {
  const from = copyAt(file.size, 0, 0) + slot * file.size;
  const to = copyAt(size, 0, 0) + slot * size;
  const sums: Bytes[] = [];
  for (let at = 0; at < size; at += chunkBytes) {
    const old = Math.min(chunkBytes, Math.max(file.size - at, 0));
    const kept = await file.store.read(from + at, old);
    const bytes = concat(kept, random(chunkBytes - old));
    await store.write(to + at, bytes);
    sums.push(await digest(bytes));
    await rest();
  }
  await store.flush();
  for (const [each, sum] of sums.entries()) {
    const bytes = await store.read(to + each * chunkBytes, chunkBytes);
    if (!isEqual(await digest(bytes), sum)) throw new CoverError("refused");
    await rest();
  }
}
