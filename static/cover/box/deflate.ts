/** Raw deflate (RFC 1951) with a ceiling on what comes out. */

import { type Bytes, concat, wipe } from "../base/bytes.ts";
import { CoverError } from "../base/errors.ts";

/** Compress `bytes`. */
export function deflate(bytes: Bytes): Promise<Bytes> {
  return pass(bytes, new CompressionStream("deflate-raw"), Infinity);
}

/** Decompress `bytes`; more than `maxBytes`, or anything unsound, throws `broken`. */
export async function inflate(bytes: Bytes, maxBytes: number): Promise<Bytes> {
  try {
    return await pass(bytes, new DecompressionStream("deflate-raw"), maxBytes);
  } catch {
    throw new CoverError("broken");
  }
}

// Written to by hand: a Blob would hand the plaintext to the browser's own process.
async function pass(
  bytes: Bytes,
  transform: ReadableWritablePair<Bytes, Bytes>,
  maxBytes: number,
): Promise<Bytes> {
  const writer = transform.writable.getWriter();
  // A fault shows on the reading side too; here it only must not go unhandled.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = transform.readable.getReader();
  const parts: Bytes[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concat(...parts);
      parts.push(value);
      total += value.length;
      if (total > maxBytes) throw new CoverError("broken");
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    wipe(...parts);
  }
}
