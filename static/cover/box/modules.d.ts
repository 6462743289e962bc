/** WebAssembly files come into the bundle as bytes (see `tools/build.mjs`). */
declare module "*.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** BLAKE2b (RFC 7693) without a key; the package ships it without types. */
declare module "argon2id/lib/blake2b.js" {
  interface Hash {
    update(input: Uint8Array): Hash;
    digest(): ArrayBuffer;
  }
  export default function createHash(outLength: number): Hash;
}
