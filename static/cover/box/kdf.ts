/** Argon2id (RFC 9106): from a typed secret to a root key. */

import setup from "argon2id/lib/setup.js";
import { type Bytes, wipe } from "../base/bytes.ts";

/** Derive 32 bytes from a secret (NFKC, UTF-8) and 16 bytes of salt; always the same work. */
export type Kdf = (secret: Bytes, salt: Bytes) => Promise<Bytes>;

/** Cost and length of one derivation, as `argon2id` takes them. */
export interface Cost {
  readonly parallelism: number;
  readonly passes: number;
  /** In KiB. */
  readonly memorySize: number;
  readonly tagLength: number;
}

/** What a box uses; RFC 9106 §4 names it second recommended option, here with one lane. */
export const boxCost: Cost = {
  parallelism: 1,
  passes: 3,
  memorySize: 65_536,
  tagLength: 32,
};

type Compute = Awaited<ReturnType<typeof setup>>;

/** One Argon2id in WebAssembly whose memory is used again and zeroed after each use. */
export interface Argon2 {
  /** Run Argon2id; extra fields (associated data) serve the test vectors. */
  derive(params: Parameters<Compute>[0]): Bytes;
}

/** Start Argon2id from its two modules: with SIMD where the engine has it, else plain. */
export async function loadArgon2(simd: Bytes, plain: Bytes): Promise<Argon2> {
  let memory: WebAssembly.Memory | undefined;
  const start = (code: Bytes) => (imports: WebAssembly.Imports) => {
    const given = imports["env"]?.["memory"];
    if (given instanceof WebAssembly.Memory) memory = given;
    return WebAssembly.instantiate(code, imports);
  };
  const compute = await setup(start(simd), start(plain));
  return {
    derive(params) {
      try {
        return new Uint8Array(compute(params));
      } finally {
        // The package clears its small buffers only: the last block would give the key away.
        if (memory !== undefined) wipe(new Uint8Array(memory.buffer));
      }
    },
  };
}

/** Make the box's KDF; the modules are compiled on first use and, once that worked, kept. */
export function makeKdf(simd: Bytes, plain: Bytes): Kdf {
  let argon2: Promise<Argon2> | undefined;
  return async (password, salt) => {
    argon2 ??= loadArgon2(simd, plain);
    const loaded = await argon2.catch((error: unknown) => {
      // Memory that is short now may be there for the next entry.
      argon2 = undefined;
      throw error;
    });
    return loaded.derive({ ...boxCost, password, salt });
  };
}
