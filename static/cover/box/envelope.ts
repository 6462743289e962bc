/** The first stream of a body: what kind of space it is, which others it knows, and its pack. */

import { type Bytes, concat, decode, encode } from "../base/bytes.ts";
import { CoverError } from "../base/errors.ts";
import { deflate, inflate } from "./deflate.ts";
import { keyBytes, spaceRegions } from "./format.ts";
import type { Pack } from "./messages.ts";

/** An ordinary space, or one whose opening erases all spaces. */
export type Kind = typeof plainKind | typeof eraserKind;
export const plainKind = 0;
export const eraserKind = 1;

/** Another space that this one may refresh and remove. */
export interface Companion {
  readonly kind: Kind;
  readonly region: number;
  /** Raw KEK of its headers. */
  readonly kek: Bytes;
}

/** What the first stream says. */
export interface Envelope {
  readonly kind: Kind;
  /** Opening this space erases all others. */
  readonly erasesOthers: boolean;
  readonly companions: readonly Companion[];
  readonly pack: Pack;
}

/** Ceilings on what the streams hold once inflated. */
export const maxEnvelopeBytes = 0x40_0000;
export const maxDataBytes = 0x200_0000;

const maxPathBytes = 1_024;
const maxCompanions = 4;
const companionBytes = 2 + keyBytes;

/** Pack and deflate an envelope; throws `full` when it is over a ceiling. */
export async function sealEnvelope(envelope: Envelope): Promise<Bytes> {
  const { kind, erasesOthers, companions, pack } = envelope;
  const path = encode(pack.path);
  const bytes = concat(
    new Uint8Array([kind, erasesOthers ? 1 : 0, companions.length]),
    ...companions.map((each) =>
      concat(new Uint8Array([each.kind, each.region]), each.kek),
    ),
    new Uint8Array([path.length >> 8, path.length]),
    path,
    encode(pack.code),
  );
  const isFull = path.length > maxPathBytes || companions.length > maxCompanions;
  if (isFull || bytes.length > maxEnvelopeBytes) throw new CoverError("full");
  try {
    return await deflate(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** Inflate and read an envelope; throws `broken` when any field is out of bounds. */
export async function unsealEnvelope(stream: Bytes): Promise<Envelope> {
  const bytes = await inflate(stream, maxEnvelopeBytes);
  const [kind, flags, count] = bytes;
  const isKnown = kind === plainKind || kind === eraserKind;
  if (!isKnown || flags === undefined || count === undefined || count > maxCompanions) {
    throw new CoverError("broken");
  }
  const companions: Companion[] = [];
  for (let each = 0; each < count; each++) {
    companions.push(readCompanion(bytes.subarray(3 + each * companionBytes)));
  }
  const rest = bytes.subarray(3 + count * companionBytes);
  const length = ((rest[0] ?? 0) << 8) | (rest[1] ?? 0);
  if (rest.length < 2 + length || length > maxPathBytes) throw new CoverError("broken");
  const pack = {
    path: text(rest.subarray(2, 2 + length)),
    code: text(rest.subarray(2 + length)),
  };
  bytes.fill(0);
  return { kind, erasesOthers: (flags & 1) === 1, companions, pack };
}

/** Deflate what the person wrote; throws `full` over the ceiling. */
export async function sealData(data: string): Promise<Bytes> {
  const bytes = encode(data);
  if (bytes.length > maxDataBytes) throw new CoverError("full");
  try {
    return await deflate(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** Inflate what the person wrote. */
export async function unsealData(stream: Bytes): Promise<string> {
  const bytes = await inflate(stream, maxDataBytes);
  try {
    return text(bytes);
  } finally {
    bytes.fill(0);
  }
}

function readCompanion(bytes: Bytes): Companion {
  const [kind, region = 0] = bytes;
  const isKnown = kind === plainKind || kind === eraserKind;
  const isSpace = spaceRegions.some((each) => each === region);
  if (!isKnown || !isSpace || bytes.length < companionBytes)
    throw new CoverError("broken");
  return { kind, region, kek: bytes.slice(2, companionBytes) };
}

function text(bytes: Bytes): string {
  try {
    return decode(bytes);
  } catch {
    throw new CoverError("broken");
  }
}
