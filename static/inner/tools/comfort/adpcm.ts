/** A voice in few bytes: IMA ADPCM, four bits for each sample of one channel (public IMA rules, 1992). */

import type { Bytes } from "../../../cover/base/bytes.ts";

/** Samples a second; enough for speech. */
export const VOICE_RATE = 16_000;

const INDEX_STEPS = [-1, -1, -1, -1, 2, 4, 6, 8] as const;
const LARGEST = 32_767;

/** The 89 step sizes: each a tenth larger than the one before, as the rules round them. */
const STEPS: readonly number[] = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60,
  66, 73, 80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337,
  371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552,
  1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894,
  6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350,
  22385, 24623, 27086, 29794, 32767,
];

/** Where coder and decoder stand after a sample. */
class State {
  #value = 0;
  #index = 0;

  get value(): number {
    return this.#value;
  }

  /** The four bits that come nearest to `sample`. */
  nearest(sample: number): number {
    const step = STEPS[this.#index] ?? 7;
    const off = Math.abs(sample - this.#value);
    const bits = Math.min(7, Math.floor((off * 4) / step));
    return sample < this.#value ? bits | 8 : bits;
  }

  /** Go on by four bits. */
  take(bits: number): void {
    const step = STEPS[this.#index] ?? 7;
    const by = Math.floor(((2 * (bits & 7) + 1) * step) / 8);
    const value = this.#value + (bits & 8 ? -by : by);
    this.#value = Math.min(Math.max(value, -LARGEST - 1), LARGEST);
    const index = this.#index + (INDEX_STEPS[bits & 7] ?? 0);
    this.#index = Math.min(Math.max(index, 0), STEPS.length - 1);
  }
}

/** Encode samples from -1 to 1; two of them make one byte. */
export function encodeVoice(samples: Float32Array): Bytes {
  const bytes = new Uint8Array(samples.length >> 1);
  const state = new State();
  const next = (at: number): number => {
    const bits = state.nearest(Math.round((samples[at] ?? 0) * LARGEST));
    state.take(bits);
    return bits;
  };
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = next(2 * at) | (next(2 * at + 1) << 4);
  return bytes;
}

/** Decode what `encodeVoice` gave. */
export function decodeVoice(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(2 * bytes.length);
  const state = new State();
  for (const [at, byte] of bytes.entries()) {
    state.take(byte & 15);
    samples[2 * at] = state.value / LARGEST;
    state.take(byte >> 4);
    samples[2 * at + 1] = state.value / LARGEST;
  }
  return samples;
}

/** Bring samples of another rate to `VOICE_RATE`, each the mean of those it stands for. */
export function resampled(samples: Float32Array, rate: number): Float32Array {
  const ratio = rate / VOICE_RATE;
  const made = new Float32Array(Math.floor(samples.length / ratio));
  for (let at = 0; at < made.length; at++) {
    const from = Math.floor(at * ratio);
    const to = Math.max(from + 1, Math.floor((at + 1) * ratio));
    let sum = 0;
    for (let each = from; each < to; each++) sum += samples[each] ?? 0;
    made[at] = sum / (to - from);
  }
  return made;
}
