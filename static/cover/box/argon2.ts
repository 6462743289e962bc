/** Argon2id (RFC 9106) version 1.3: the order of the work, around a module that mixes blocks. */

import createHash from "argon2id/lib/blake2b.js";
import { type Bytes, wipe } from "../base/bytes.ts";

/** The module's functions; all arguments but counts are byte offsets in `memory`. */
export interface Mixer {
  readonly memory: WebAssembly.Memory;
  /** `out` = G(`x`, `y`), by way of 1 KiB of scratch. */
  G(x: number, y: number, out: number, scratch: number): void;
  /** `out` = G(`x`, G(`x`, `y`)). */
  G2(x: number, y: number, out: number, scratch: number): void;
  xor(out: number, x: number, y: number): void;
  /** Lane and column of the block that the 8 bytes at `from` point at, as two words at `out`. */
  getLZ(
    out: number,
    from: number,
    lane: number,
    lanes: number,
    pass: number,
    slice: number,
    column: number,
    slices: number,
    segment: number,
  ): void;
}

/** Cost and length of one derivation; lengths in bytes. */
export interface Cost {
  readonly parallelism: number;
  readonly passes: number;
  /** In KiB. */
  readonly memorySize: number;
  readonly tagLength: number;
}

/** One derivation; the last two fields are for the RFC's test vector. */
export interface Job extends Cost {
  readonly password: Bytes;
  readonly salt: Bytes;
  readonly secret?: Bytes;
  readonly ad?: Bytes;
}

/** Awaited twelve times in a derivation of three passes: others may use the thread. */
export type Rest = () => Promise<void>;

const blockBytes = 1_024;
const slices = 4;
const addressesPerBlock = 128;
const argon2id = 2;
const version = 0x13;

// Where things are in the module's memory: five blocks and two words, then all lanes.
const scratch = 0;
const addresses = blockBytes;
const input = 2 * blockBytes;
const zeros = 3 * blockBytes;
const made = 4 * blockBytes;
const chosen = 5 * blockBytes;
const lanesAt = 6 * blockBytes;

/** Derive the tag; what it leaves in the mixer's memory is the caller's to wipe. */
export async function derive(mixer: Mixer, job: Job, rest: Rest): Promise<Bytes> {
  const { parallelism: lanes, passes } = job;
  const segment = Math.floor(job.memorySize / (slices * lanes));
  const columns = slices * segment;
  const bytes = new Uint8Array(mixer.memory.buffer);
  const words = new DataView(mixer.memory.buffer);
  const at = (lane: number, column: number): number =>
    lanesAt + (lane * columns + column) * blockBytes;

  const h0 = digest(64, ...inputs(job));
  for (let lane = 0; lane < lanes; lane++) {
    for (let column = 0; column < 2; column++)
      bytes.set(longDigest(blockBytes, h0, little(column, lane)), at(lane, column));
  }
  wipe(h0);

  /** Fill one segment: each block from the one before it and one that the bytes before choose. */
  const fill = (pass: number, slice: number, lane: number): void => {
    // In the first half of the first pass the choice does not depend on the secret.
    const isFixed = pass === 0 && slice < slices / 2;
    const first = pass === 0 && slice === 0 ? 2 : 0;
    const counters = [pass, lane, slice, lanes * columns, passes, argon2id, 0];
    if (isFixed) bytes.fill(0, input, zeros + blockBytes);
    for (let each = first; each < segment; each++) {
      const inBlock = each % addressesPerBlock;
      if (isFixed && (each === first || inBlock === 0)) {
        counters[6] = (each - inBlock) / addressesPerBlock + 1;
        for (const [index, count] of counters.entries())
          words.setUint32(input + index * 8, count, true);
        mixer.G2(zeros, input, addresses, scratch);
      }
      const column = slice * segment + each;
      const before = at(lane, column === 0 ? columns - 1 : column - 1);
      const from = isFixed ? addresses + inBlock * 8 : before;
      mixer.getLZ(chosen, from, lane, lanes, pass, slice, each, slices, segment);
      const other = at(words.getUint32(chosen, true), words.getUint32(chosen + 4, true));
      const here = at(lane, column);
      mixer.G(before, other, pass === 0 ? here : made, scratch);
      if (pass > 0) mixer.xor(here, here, made);
    }
  };

  for (let pass = 0; pass < passes; pass++) {
    for (let slice = 0; slice < slices; slice++) {
      for (let lane = 0; lane < lanes; lane++) fill(pass, slice, lane);
      await rest();
    }
  }
  const last = at(0, columns - 1);
  for (let lane = 1; lane < lanes; lane++) mixer.xor(last, last, at(lane, columns - 1));
  return longDigest(job.tagLength, bytes.subarray(last, last + blockBytes));
}

function inputs(job: Job): Bytes[] {
  const { parallelism, tagLength, memorySize, passes } = job;
  const fields = [job.password, job.salt, job.secret, job.ad];
  return [
    little(parallelism, tagLength, memorySize, passes, version, argon2id),
    ...fields.flatMap((field) => [
      little(field?.length ?? 0),
      field ?? new Uint8Array(0),
    ]),
  ];
}

/** 32-bit numbers as little-endian bytes. */
function little(...numbers: number[]): Bytes {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries())
    view.setUint32(index * 4, number, true);
  return new Uint8Array(view.buffer);
}

function digest(length: number, ...parts: Bytes[]): Bytes {
  const hash = createHash(length);
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** H′ of RFC 9106 §3.3: a digest of any length. */
function longDigest(length: number, ...parts: Bytes[]): Bytes {
  const out = new Uint8Array(length);
  let from = 0;
  let next = digest(Math.min(length, 64), little(length), ...parts);
  while (length - from > 64) {
    out.set(next.subarray(0, 32), from);
    from += 32;
    next = digest(Math.min(length - from, 64), next);
  }
  out.set(next, from);
  return out;
}
