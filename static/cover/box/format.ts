/** The byte layout of the box: where each part lies and how its fields are packed (docs/box-format.md). */

import type { Bytes } from "../base/bytes.ts";

export const saltBytes = 32;
export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;
/** Header as stored: nonce, sealed fields, filler. */
export const headerBytes = 96;
/** Nonce and sealed fields of a header, without the filler. */
export const sealedHeaderBytes = nonceBytes + 56 + tagBytes;
/** Region 0 is the cover's; the others hold spaces or random bytes. */
export const spaceRegions = [1, 2, 3, 4] as const;
export const copies = [0, 1] as const;
/** Bytes of one copy of one region, smallest first; all regions of a file have the same. */
export const sizes = [0x4_0000, 0x10_0000, 0x40_0000, 0x100_0000] as const;

export const copiesInFile = 2 * (1 + spaceRegions.length);

export type Copy = (typeof copies)[number];
/** Which part of a copy is sealed. */
export type Part = typeof headerPart | typeof bodyPart;
export const headerPart = 0;
export const bodyPart = 1;

const version = 1;
const lengthBytes = 4;
const nothing = new Uint8Array(0);

/** What a header says. */
export interface Header {
  /** Key of the body; its owner wipes it. */
  readonly dek: Bytes;
  /** Highest valid one wins. */
  readonly sequence: bigint;
}

/** The streams of a body: two deflated ones, and the pieces as they are. */
export interface Body {
  readonly first: Bytes;
  readonly second: Bytes;
  /** Empty for none, as in every box written before there were pieces. */
  readonly third: Bytes;
}

/** Bytes of a whole file with copies of `size`. */
export function fileBytes(size: number): number {
  return saltBytes + copiesInFile * size;
}

/** Bytes of a file that is still being made: one more than a whole one has. */
export function unfinishedBytes(size: number): number {
  return fileBytes(size) + 1;
}

/** Say whether a file of `length` bytes was never complete. */
export function isUnfinished(length: number): boolean {
  return length === 0 || sizes.some((size) => unfinishedBytes(size) === length);
}

/** Where a copy starts in the file. */
export function copyAt(size: number, region: number, copy: Copy): number {
  return saltBytes + (2 * region + copy) * size;
}

/** Bytes that the streams of a body may have together. */
export function capacity(size: number): number {
  return plainBytes(size) - 3 * lengthBytes;
}

function plainBytes(size: number): number {
  return size - headerBytes - nonceBytes - tagBytes;
}

/** Room that text always finds: pieces leave it free, and the box grows before text has used it up. */
export const textRoomBytes = 0x1_0000;

/** Smallest size whose body holds `length` bytes of streams; `null` when none does. */
export function sizeFor(length: number): number | null {
  return sizes.find((size) => length <= capacity(size)) ?? null;
}

/** What a sealed part is bound to: version, part, region, copy, size. */
export function aad(part: Part, region: number, copy: Copy, size: number): Bytes {
  const bytes = new Uint8Array(8);
  bytes.set([version, part, region, copy]);
  new DataView(bytes.buffer).setUint32(4, size);
  return bytes;
}

/** Pack a header's fields; the last 16 bytes are reserved and zero. */
export function packHeader(header: Header): Bytes {
  const bytes = new Uint8Array(56);
  bytes.set(header.dek);
  new DataView(bytes.buffer).setBigUint64(keyBytes, header.sequence);
  return bytes;
}

/** Read a header's fields out of unsealed bytes; the key is a copy. */
export function readHeader(bytes: Bytes): Header {
  const sequence = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(keyBytes);
  return { dek: bytes.slice(0, keyBytes), sequence };
}

/** Pack the streams of a body of `size`, zeros to the end; they must fit. */
export function packBody(body: Body, size: number): Bytes {
  const bytes = new Uint8Array(plainBytes(size));
  let at = 0;
  for (const stream of [body.first, body.second, body.third]) {
    bytes.set(uint32(stream.length), at);
    bytes.set(stream, at + lengthBytes);
    at += lengthBytes + stream.length;
  }
  return bytes;
}

/** Read the streams out of an unsealed body; `null` when a length points outside. */
export function readBody(bytes: Bytes): Body | null {
  const first = readStream(bytes, 0);
  if (first === null) return null;
  const second = readStream(bytes, lengthBytes + first.length);
  if (second === null) return null;
  const at = 2 * lengthBytes + first.length + second.length;
  // Earlier writers left no room for a third length when the two filled everything.
  const hasThird = at + lengthBytes <= bytes.length;
  const third = hasThird ? readStream(bytes, at) : nothing;
  if (third === null) return null;
  return { first: first.slice(), second: second.slice(), third: third.slice() };
}

function readStream(bytes: Bytes, at: number): Bytes | null {
  const start = at + lengthBytes;
  if (start > bytes.length) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
  return length > bytes.length - start ? null : bytes.subarray(start, start + length);
}

function uint32(value: number): Bytes {
  const bytes = new Uint8Array(lengthBytes);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
