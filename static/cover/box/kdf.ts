/** The box's key derivation: from a typed secret to a root key. */

import { type Bytes, wipe } from "../base/bytes.ts";
import { type Cost, derive, type Job, type Mixer, type Rest } from "./argon2.ts";

/** Derive 32 bytes from a secret (NFKC, UTF-8) and 16 bytes of salt; always the same work. */
export type Kdf = (secret: Bytes, salt: Bytes, rest?: Rest) => Promise<Bytes>;

/** What a box uses; RFC 9106 §4 names it second recommended option, here with one lane. */
export const boxCost: Cost = {
  parallelism: 1,
  passes: 3,
  memorySize: 65_536,
  tagLength: 32,
};

/** One Argon2id whose memory is used again and zeroed after each use. */
export interface Argon2 {
  derive(job: Job, rest?: Rest): Promise<Bytes>;
}

// In pages of 64 KiB: what the package's modules were built to import, enough for `boxCost`.
const pages = { initial: 1_040, maximum: 65_536 };

/** Start Argon2id from its two modules: with SIMD where the engine has it, else plain. */
export async function loadArgon2(simd: Bytes, plain: Bytes): Promise<Argon2> {
  const memory = new WebAssembly.Memory(pages);
  const start = (code: Bytes) => WebAssembly.instantiate(code, { env: { memory } });
  const { instance } = await start(simd).catch(() => start(plain));
  const mixer = { ...instance.exports, memory } as unknown as Mixer;
  return {
    derive: async (job, rest = () => Promise.resolve()) => {
      try {
        return await derive(mixer, job, rest);
      } finally {
        // The last block would give the key away.
        wipe(new Uint8Array(memory.buffer));
      }
    },
  };
}

/** Make the box's KDF; the modules are compiled on first use and, once that worked, kept. */
export function makeKdf(simd: Bytes, plain: Bytes): Kdf {
  let argon2: Promise<Argon2> | undefined;
  return async (password, salt, rest) => {
    argon2 ??= loadArgon2(simd, plain);
    const loaded = await argon2.catch((error: unknown) => {
      // Memory that is short now may be there for the next entry.
      argon2 = undefined;
      throw error;
    });
    return loaded.derive({ ...boxCost, password, salt }, rest);
  };
}
