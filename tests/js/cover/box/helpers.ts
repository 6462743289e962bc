/** What the box tests share: a cheap KDF, repeatable randomness, packs, the wasm modules. */

import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Bytes, Random } from "../../../../static/cover/base/bytes.ts";
import { makeRandom } from "../../../../static/cover/base/bytes.ts";
import { Box } from "../../../../static/cover/box/box.ts";
import type { Kdf } from "../../../../static/cover/box/kdf.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import type { BoxParts } from "../../../../static/cover/box/regions.ts";
import type { Shelf, Store } from "../../../../static/cover/box/store.ts";

export const small = 0x4_0000;
export const medium = 0x10_0000;

/** A KDF that costs nothing: for tests alone. */
export const insecureKdf: Kdf = (secret, salt) =>
  Promise.resolve(new Uint8Array(createHmac("sha256", salt).update(secret).digest()));

/** Read one of the two Argon2id modules. */
export function wasm(name: "simd" | "no-simd"): Bytes {
  const url = new URL(
    `../../../../node_modules/argon2id/dist/${name}.wasm`,
    import.meta.url,
  );
  return new Uint8Array(readFileSync(url));
}

export function hex(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, "hex"));
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Text that deflates badly, so that it fills as many bytes as it has. */
export function dense(bytes: number): string {
  return Buffer.from(makeRandom(Math.ceil((bytes * 3) / 4))).toString("base64");
}

export const plan = { path: "/p/00", code: "export const a = 1;\n" };
export const notes = { path: "/p/01", code: "export const b = 2;\n" };

/** Parts of a box with a cheap KDF, on `shelf`. */
export function parts(
  shelf: Shelf = makeMemoryShelf(),
  random: Random = makeRandom,
): BoxParts {
  return { shelf, kdf: insecureKdf, random };
}

/** Open the box on a shelf. */
export function openBox(shelf: Shelf, random?: Random): Promise<Box> {
  return Box.open(parts(shelf, random));
}

/** The store with the box of a shelf at rest. */
export async function storeOf(shelf: Shelf): Promise<Store> {
  const stores = [await shelf.find(0), await shelf.find(1)].filter(
    (each) => each !== null,
  );
  const [store, ...more] = stores;
  if (store === undefined || more.length > 0) throw new Error(`${stores.length} stores`);
  return store;
}

/** All bytes of the box on a shelf. */
export async function bytesOf(shelf: Shelf): Promise<Bytes> {
  const store = await storeOf(shelf);
  return store.read(0, store.size());
}

/** A shelf in memory that holds `bytes` as its box. */
export async function shelfWith(bytes: Bytes): Promise<Shelf> {
  const shelf = makeMemoryShelf();
  const store = await shelf.make(0);
  await store.resize(bytes.length);
  await store.write(0, bytes);
  return shelf;
}

/** Randomness that a choice of region can be steered by: the first single bytes drawn. */
export function steered(...choices: number[]): Random {
  return (length) => {
    const chosen = length === 1 ? choices.shift() : undefined;
    return chosen === undefined ? makeRandom(length) : new Uint8Array([chosen]);
  };
}
