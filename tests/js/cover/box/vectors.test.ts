import assert from "node:assert/strict";
import { createCipheriv } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Bytes, Random } from "../../../../static/cover/base/bytes.ts";
import { deriveKek, importKey } from "../../../../static/cover/box/aead.ts";
import { Box } from "../../../../static/cover/box/box.ts";
import { copyAt, fileBytes } from "../../../../static/cover/box/format.ts";
import { makeKdf } from "../../../../static/cover/box/kdf.ts";
import { sealCopy } from "../../../../static/cover/box/region.ts";
import { hex, sha256, shelfWith, toHex, wasm } from "./helpers.ts";
import { makeRandom } from "../../../../static/cover/base/bytes.ts";

interface CopyVector {
  secret: string | null;
  region: number;
  copy: 0 | 1;
  size: number;
  sequence: string;
  dek: string;
  header_nonce: string;
  body_nonce: string;
  first: string;
  second: string;
  third?: string;
  kek: string;
  header: string;
  body_sha256: string;
}

interface Expected {
  data: string;
  path?: string;
  code?: string;
  kind?: number;
  pieces?: [id: string, hex: string][];
}

interface BoxVector {
  about: string;
  size: number;
  filler_key: string;
  copies: CopyVector[];
  opens: Record<string, Expected>;
  cover: string;
  sha256: string;
}

const url = new URL("../../../vectors/box.json", import.meta.url);
const vectors = JSON.parse(readFileSync(url, "utf8")) as BoxVector[];
const kdf = makeKdf(wasm("simd"), wasm("no-simd"));

function filler(vector: BoxVector): Bytes {
  const cipher = createCipheriv(
    "aes-256-ctr",
    hex(vector.filler_key),
    new Uint8Array(16),
  );
  return new Uint8Array(cipher.update(new Uint8Array(fileBytes(vector.size))));
}

async function kekFor(vector: CopyVector, salt: Bytes): Promise<Bytes> {
  if (vector.secret === null) return deriveKek(salt, salt, 0);
  const secret = new TextEncoder().encode(vector.secret.normalize("NFKC"));
  return deriveKek(await kdf(secret, salt.slice(0, 16)), salt, vector.region);
}

async function build(vector: BoxVector): Promise<Bytes> {
  const box = filler(vector);
  for (const each of vector.copies) {
    const start = copyAt(vector.size, each.region, each.copy);
    const drawn = [hex(each.dek), hex(each.header_nonce), hex(each.body_nonce)];
    const random: Random = () => drawn.shift() ?? box.slice(start + 84, start + 96);
    const kek = hex(each.kek);
    assert.equal(toHex(await kekFor(each, box.slice(0, 32))), each.kek);
    const body = {
      first: hex(each.first),
      second: hex(each.second),
      third: hex(each.third ?? ""),
    };
    const sealed = await sealCopy(
      await importKey(kek),
      each,
      BigInt(each.sequence),
      body,
      random,
    );
    assert.equal(toHex(sealed.subarray(0, 96)), each.header);
    assert.equal(sha256(sealed.subarray(96)), each.body_sha256);
    box.set(sealed, start);
  }
  return box;
}

for (const vector of vectors) {
  describe(vector.about, () => {
    it("is written bit for bit as frozen", async () => {
      assert.equal(sha256(await build(vector)), vector.sha256);
    });

    it("opens to what the vector says", async () => {
      const bytes = await build(vector);
      for (const [secret, expected] of Object.entries(vector.opens)) {
        const box = await Box.open({
          shelf: await shelfWith(bytes),
          kdf,
          random: makeRandom,
        });
        assert.equal(box.coverData, vector.cover);
        const opened = await box.open(secret);
        if (expected.kind === 1) {
          assert.equal(opened, null);
          continue;
        }
        assert.equal(opened?.data, expected.data);
        if (expected.path !== undefined) assert.equal(opened.pack.path, expected.path);
        if (expected.code !== undefined) assert.equal(opened.pack.code, expected.code);
        for (const [id, bytes] of expected.pieces ?? [])
          assert.equal(toHex(box.piece(id) ?? new Uint8Array(0)), bytes);
      }
    });
  });
}
