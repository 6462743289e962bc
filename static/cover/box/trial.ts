/** Try a typed entry on every region: always the same work, whatever comes of it. */

import { type Bytes, encode, wipe } from "../base/bytes.ts";
import { deriveKek, importKey } from "./aead.ts";
import type { BoxFile } from "./file.ts";
import { saltBytes, spaceRegions } from "./format.ts";
import type { Kdf } from "./kdf.ts";
import { type Opening, openHeaders } from "./region.ts";

/** A region one of whose headers a key opened. */
export interface Hit {
  readonly region: number;
  readonly kek: CryptoKey;
  readonly openings: readonly Opening[];
}

/** What came of trying an entry. */
export interface Trial {
  /** More than one only when a save or a change was cut off. */
  readonly hits: readonly Hit[];
  /** Raw KEKs of regions 1–4, in order; the caller wipes them. */
  readonly keks: readonly Bytes[];
}

/** Longest secret, in UTF-16 units before normalisation. */
export const maxEntryLength = 256;

/**
 * Derive once, then try all regions in order.
 *
 * Saves may be made while the key is derived, and the file may grow: it is asked for afterwards.
 */
export async function tryEntry(
  fileNow: () => BoxFile,
  kdf: Kdf,
  entry: string,
): Promise<Trial> {
  // What is longer was never a secret, but it costs the same.
  const isSecret = entry.length <= maxEntryLength;
  const secret = encode(entry.slice(0, maxEntryLength).normalize("NFKC"));
  const root = await derive(kdf, secret, fileNow().salt);
  const file = fileNow();
  const keks: Bytes[] = [];
  for (const region of spaceRegions) keks.push(await deriveKek(root, file.salt, region));
  wipe(root);
  const hits: Hit[] = [];
  for (const [each, region] of spaceRegions.entries()) {
    const kek = await importKey(keks[each] ?? new Uint8Array(0));
    const openings = await openHeaders(file.store, file.size, kek, region);
    if (openings.length > 0) hits.push({ region, kek, openings });
  }
  return { hits: isSecret ? hits : [], keks };
}

async function derive(kdf: Kdf, secret: Bytes, salt: Bytes): Promise<Bytes> {
  try {
    return await kdf(secret, salt.slice(0, saltBytes / 2));
  } finally {
    wipe(secret);
  }
}
