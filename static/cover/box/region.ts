/** One region of a box: seal and write a copy, try a key, read the newest sound copy. */

import { type Bytes, concat, type Random, wipe } from "../base/bytes.ts";
import { importKey, seal, unseal } from "./aead.ts";
import {
  aad,
  type Body,
  bodyPart,
  copies,
  type Copy,
  copyAt,
  headerBytes,
  headerPart,
  packBody,
  packHeader,
  readBody,
  readHeader,
  sealedHeaderBytes,
  sizes,
} from "./format.ts";
import type { Store } from "./store.ts";

/** Which copy of which region, and how large. */
export interface At {
  readonly region: number;
  readonly copy: Copy;
  readonly size: number;
}

/** A header that a key opened. */
export interface Opening extends At {
  readonly sequence: bigint;
  /** Key of the body. */
  readonly dek: CryptoKey;
}

/** The newest sound copy of a region. */
export interface Newest {
  readonly copy: Copy;
  /** Highest sequence of any header in the region: the next save counts on from here. */
  readonly sequence: bigint;
  readonly body: Body;
}

/** Seal one whole copy under a fresh key and fresh nonces. */
export async function sealCopy(
  kek: CryptoKey,
  at: At,
  sequence: bigint,
  body: Body,
  random: Random,
): Promise<Bytes> {
  const { region, copy, size } = at;
  const dek = random(32);
  const fields = packHeader({ dek, sequence });
  const plain = packBody(body, size);
  try {
    const key = await importKey(dek);
    const header = await seal(kek, fields, aad(headerPart, region, copy, size), random);
    const sealed = await seal(key, plain, aad(bodyPart, region, copy, size), random);
    return concat(header, random(headerBytes - sealedHeaderBytes), sealed);
  } finally {
    wipe(dek, fields, plain);
  }
}

/** Write one copy in place, body before header, and resolve when it is on the disk. */
export async function writeCopy(store: Store, at: At, sealed: Bytes): Promise<void> {
  const start = copyAt(at.size, at.region, at.copy);
  await store.write(start + headerBytes, sealed.subarray(headerBytes));
  await store.write(start, sealed.subarray(0, headerBytes));
  await store.flush();
}

/**
 * Try a key on a copy's header in a file with copies of `size`.
 *
 * A region that was not open while the file grew keeps its smaller form in front, so every size
 * up to the file's is tried, all of them always.
 */
export async function openHeader(
  store: Store,
  size: number,
  kek: CryptoKey,
  region: number,
  copy: Copy,
): Promise<Opening | null> {
  const sealed = await store.read(copyAt(size, region, copy), sealedHeaderBytes);
  let opening: Opening | null = null;
  for (const each of sizes.filter((smaller) => smaller <= size)) {
    const fields = await unseal(kek, sealed, aad(headerPart, region, copy, each));
    if (fields === null) continue;
    const { dek, sequence } = readHeader(fields);
    opening = { region, copy, size: each, sequence, dek: await importKey(dek) };
    wipe(dek, fields);
  }
  return opening;
}

/** Try a key on both copies of a region. */
export async function openHeaders(
  store: Store,
  size: number,
  kek: CryptoKey,
  region: number,
): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (const copy of copies) {
    const opening = await openHeader(store, size, kek, region, copy);
    if (opening !== null) openings.push(opening);
  }
  return openings;
}

/** Read the newest copy whose body is sound; `null` when none is. */
export async function readNewest(
  store: Store,
  size: number,
  openings: readonly Opening[],
): Promise<Newest | null> {
  const byNewest = [...openings].sort((a, b) => (a.sequence < b.sequence ? 1 : -1));
  for (const { region, copy, size: own, dek } of byNewest) {
    const start = copyAt(size, region, copy) + headerBytes;
    const sealed = await store.read(start, own - headerBytes);
    const plain = await unseal(dek, sealed, aad(bodyPart, region, copy, own));
    if (plain === null) continue;
    const body = readBody(plain);
    wipe(plain);
    if (body !== null) return { copy, sequence: byNewest[0]?.sequence ?? 0n, body };
  }
  return null;
}
