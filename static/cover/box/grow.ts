/**
 * Growing: the same box in a file with larger copies, needing no key.
 *
 * Every copy, open or not, keeps its bytes in front of its larger place, random bytes behind.
 */

import { type Bytes, concat, isEqual, type Random } from "../base/bytes.ts";
import { CoverError } from "../base/errors.ts";
import { digest } from "./aead.ts";
import { type BoxFile, discard } from "./file.ts";
import { copies, copyAt, fileBytes, spaceRegions, unfinishedBytes } from "./format.ts";
import type { Shelf, Store } from "./store.ts";

/** Move `file` into a larger one; until the last step the old one counts and is whole. */
export async function grow(
  shelf: Shelf,
  file: BoxFile,
  size: number,
  random: Random,
): Promise<BoxFile> {
  const place = file.place === 0 ? 1 : 0;
  const store = await shelf.make(place);
  try {
    await copyOver(file, store, size, random);
    // From here on the larger file is complete, and so it is the one that counts.
    await store.resize(fileBytes(size));
    await store.flush();
  } catch (error) {
    await discard(shelf, place, store, random);
    throw error;
  }
  await discard(shelf, file.place, file.store, random);
  return { place, store, size, salt: file.salt };
}

async function copyOver(
  file: BoxFile,
  store: Store,
  size: number,
  random: Random,
): Promise<void> {
  await store.resize(unfinishedBytes(size));
  await store.flush();
  await store.write(0, file.salt);
  const written: { at: number; sum: Bytes }[] = [];
  for (const region of [0, ...spaceRegions]) {
    for (const copy of copies) {
      const old = await file.store.read(copyAt(file.size, region, copy), file.size);
      const at = copyAt(size, region, copy);
      const bytes = concat(old, random(size - file.size));
      await store.write(at, bytes);
      await store.flush();
      written.push({ at, sum: await digest(bytes) });
    }
  }
  for (const { at, sum } of written) {
    if (!isEqual(await digest(await store.read(at, size)), sum))
      throw new CoverError("refused");
  }
  if (!isEqual(await store.read(0, file.salt.length), file.salt))
    throw new CoverError("refused");
}
