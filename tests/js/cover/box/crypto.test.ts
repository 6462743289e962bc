import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { hkdf, importKey, seal, unseal } from "../../../../static/cover/box/aead.ts";
import { boxCost, loadArgon2, makeKdf } from "../../../../static/cover/box/kdf.ts";
import { hex, toHex, wasm } from "./helpers.ts";

// RFC 9106 §5.3
const rfc9106 = {
  password: new Uint8Array(32).fill(1),
  salt: new Uint8Array(16).fill(2),
  secret: new Uint8Array(8).fill(3),
  ad: new Uint8Array(12).fill(4),
  parallelism: 4,
  passes: 3,
  memorySize: 32,
  tagLength: 32,
};
const rfc9106Tag = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";

describe("Argon2id", () => {
  it("gives the tag of RFC 9106 §5.3 with SIMD", async () => {
    const argon2 = await loadArgon2(wasm("simd"), wasm("no-simd"));
    assert.equal(toHex(await argon2.derive(rfc9106)), rfc9106Tag);
  });

  it("gives the same tag by the plain module alone", async () => {
    const argon2 = await loadArgon2(wasm("no-simd"), wasm("no-simd"));
    assert.equal(toHex(await argon2.derive(rfc9106)), rfc9106Tag);
  });

  it("costs what docs/box-format.md says", () => {
    const expected = { parallelism: 1, passes: 3, memorySize: 65_536, tagLength: 32 };
    assert.deepEqual(boxCost, expected);
  });

  it("leaves nothing in the memory it worked in, and works again", async () => {
    const real = WebAssembly.instantiate.bind(WebAssembly);
    const memories: WebAssembly.Memory[] = [];
    const spy = mock.method(
      WebAssembly,
      "instantiate",
      (code: BufferSource, imports: WebAssembly.Imports) => {
        memories.push(imports["env"]?.["memory"] as WebAssembly.Memory);
        return real(code, imports);
      },
    );
    const kdf = makeKdf(wasm("simd"), wasm("no-simd"));
    const first = await kdf(new Uint8Array(8), new Uint8Array(16));
    const [memory] = memories;
    assert.ok(
      memory !== undefined && memory.buffer.byteLength > boxCost.memorySize * 1_024,
    );
    assert.ok(new BigUint64Array(memory.buffer).every((word) => word === 0n));
    assert.deepEqual(await kdf(new Uint8Array(8), new Uint8Array(16)), first);
    assert.equal(spy.mock.callCount(), 1);
    spy.mock.restore();
  });

  it("that found no memory tries again at the next entry", async () => {
    const kdf = makeKdf(wasm("simd"), wasm("no-simd"));
    const memory = mock.method(WebAssembly, "Memory", function noMemory() {
      throw new RangeError("could not allocate memory");
    });
    await assert.rejects(kdf(new Uint8Array(8), new Uint8Array(16)), RangeError);
    memory.mock.restore();
    assert.equal((await kdf(new Uint8Array(8), new Uint8Array(16))).length, 32);
  });
});

describe("HKDF-SHA256", () => {
  // RFC 5869 appendix A
  const cases = [
    {
      material: "0b".repeat(22),
      salt: "000102030405060708090a0b0c",
      info: "f0f1f2f3f4f5f6f7f8f9",
      okm: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    },
    {
      material: "0b".repeat(22),
      salt: "",
      info: "",
      okm: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    },
  ];
  for (const [each, { material, salt, info, okm }] of cases.entries()) {
    it(`gives the output of RFC 5869 test case ${each === 0 ? 1 : 3}`, async () => {
      const made = await hkdf(hex(material), hex(salt), hex(info), okm.length / 2);
      assert.equal(toHex(made), okm);
    });
  }
});

describe("AES-256-GCM", () => {
  // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16
  const key = hex("feffe9928665731c6d6a8f9467308308".repeat(2));
  const nonce = hex("cafebabefacedbaddecaf888");
  const plain = hex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72" +
      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  );
  const aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  const sealed =
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa" +
    "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" +
    "76fc6ece0f4e1768cddf8853bb2d551b";

  it("seals and unseals test case 16 of the specification", async () => {
    const imported = await importKey(key);
    const made = await seal(imported, plain, aad, () => nonce);
    assert.equal(toHex(made), toHex(nonce) + sealed);
    assert.deepEqual(await unseal(imported, made, aad), plain);
  });

  it("unseals nothing when any byte of it or of its binding is another", async () => {
    const imported = await importKey(key);
    const whole = hex(toHex(nonce) + sealed);
    for (const at of whole.keys()) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      assert.equal(await unseal(imported, flipped, aad), null);
    }
    for (const at of aad.keys()) {
      const flipped = aad.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x80;
      assert.equal(await unseal(imported, whole, flipped), null);
    }
    for (let length = 0; length < whole.length; length++) {
      assert.equal(await unseal(imported, whole.slice(0, length), aad), null);
    }
  });

  it("keeps its key from being read back", async () => {
    const imported = await importKey(key);
    assert.equal(imported.extractable, false);
    await assert.rejects(crypto.subtle.exportKey("raw", imported));
  });
});
