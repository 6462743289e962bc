/** Bytes: joining, comparing, text, randomness and wiping. */

/** Bytes in memory of our own, never shared with another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Make this many random bytes. */
export type Random = (length: number) => Bytes;

// WebCrypto §10.1.1: one call gives at most this much.
const maxRandomBytes = 65_536;

/** Make `length` bytes from the system's random source. */
export function makeRandom(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += maxRandomBytes) {
    crypto.getRandomValues(bytes.subarray(at, at + maxRandomBytes));
  }
  return bytes;
}

/** Join `parts` in a new array. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Say whether two arrays hold the same bytes. */
export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Encode text as UTF-8. */
export function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Decode UTF-8; anything else throws a `TypeError`. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Overwrite `buffers` with zeros; copies the engine made are beyond reach. */
export function wipe(...buffers: readonly Uint8Array[]): void {
  for (const buffer of buffers) buffer.fill(0);
}
