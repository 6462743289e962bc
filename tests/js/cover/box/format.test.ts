import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeRandom } from "../../../../static/cover/base/bytes.ts";
import { CoverError } from "../../../../static/cover/base/errors.ts";
import { deflate, inflate } from "../../../../static/cover/box/deflate.ts";
import {
  type Companion,
  sealData,
  sealEnvelope,
  unsealEnvelope,
} from "../../../../static/cover/box/envelope.ts";
import {
  capacity,
  copyAt,
  fileBytes,
  isUnfinished,
  packBody,
  readBody,
  sizeFor,
  sizes,
} from "../../../../static/cover/box/format.ts";
import { plan } from "./helpers.ts";

const isBroken = (error: unknown): boolean =>
  error instanceof CoverError && error.code === "broken";
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);

describe("the layout", () => {
  it("has the sizes of the document", () => {
    const files = sizes.map((size) => fileBytes(size));
    assert.deepEqual(files, [2_621_472, 10_485_792, 41_943_072, 167_772_192]);
  });

  it("lays copies end to end up to the end of the file", () => {
    assert.equal(copyAt(sizes[0], 0, 0), 32);
    assert.equal(copyAt(sizes[0], 0, 1), 32 + sizes[0]);
    assert.equal(copyAt(sizes[1], 4, 1) + sizes[1], fileBytes(sizes[1]));
  });

  it("chooses the smallest size that holds a body, and none beyond the largest", () => {
    assert.equal(sizeFor(0), sizes[0]);
    assert.equal(sizeFor(capacity(sizes[0])), sizes[0]);
    assert.equal(sizeFor(capacity(sizes[0]) + 1), sizes[1]);
    assert.equal(sizeFor(capacity(sizes[3])), sizes[3]);
    assert.equal(sizeFor(capacity(sizes[3]) + 1), null);
  });

  it("knows a file that was never complete by its length alone", () => {
    assert.ok(isUnfinished(0));
    for (const size of sizes) {
      assert.ok(isUnfinished(fileBytes(size) + 1));
      for (const off of [-1, 0, 2]) assert.ok(!isUnfinished(fileBytes(size) + off));
    }
  });
});

describe("a body", () => {
  const body = { first: bytes(1, 2, 3), second: bytes(4), third: bytes(5, 6) };

  it("comes back from its bytes, zeros behind", () => {
    const packed = packBody(body, sizes[0]);
    assert.equal(packed.length, sizes[0] - 96 - 12 - 16);
    assert.deepEqual(readBody(packed), body);
    assert.ok(packed.subarray(18).every((byte) => byte === 0));
  });

  it("fills its place to the last byte", () => {
    const full = {
      first: makeRandom(capacity(sizes[0])),
      second: bytes(),
      third: bytes(),
    };
    assert.deepEqual(readBody(packBody(full, sizes[0])), full);
  });

  for (const at of [0, 7, 12]) {
    for (const length of [0xffff_ffff, 0x8000_0000, sizes[0], capacity(sizes[0]) + 9]) {
      it(`with length ${length} at ${at} is refused before anything is copied`, () => {
        const packed = packBody(body, sizes[0]);
        new DataView(packed.buffer).setUint32(at, length);
        assert.equal(readBody(packed), null);
      });
    }
  }

  it("shorter than its lengths is refused", () => {
    const packed = packBody(body, sizes[0]);
    for (const length of [...Array(12).keys(), 16, 17]) {
      assert.equal(readBody(packed.slice(0, length)), null);
    }
  });

  it("of an earlier writer, filled to the last byte, has no third stream", () => {
    const packed = packBody(body, sizes[0]);
    for (const length of [12, 13, 14, 15])
      assert.deepEqual(readBody(packed.slice(0, length)), { ...body, third: bytes() });
  });
});

describe("deflate", () => {
  it("gives back what went in", async () => {
    for (const length of [0, 1, 300_000]) {
      const plain = makeRandom(length);
      assert.deepEqual(await inflate(await deflate(plain), length), plain);
    }
  });

  it("stops at the ceiling, however little the stream is", async () => {
    const bomb = await deflate(new Uint8Array(0x400_0000));
    assert.ok(bomb.length < 0x2_0000);
    await assert.rejects(inflate(bomb, 0x10_0000), isBroken);
    assert.equal((await inflate(bomb, 0x400_0000)).length, 0x400_0000);
  });

  it("takes no stream that is cut or not one at all", async () => {
    const stream = await deflate(
      new TextEncoder().encode("a line of text, a line of text"),
    );
    for (let length = 0; length < stream.length; length++) {
      await assert.rejects(inflate(stream.slice(0, length), 100), isBroken);
    }
    await assert.rejects(inflate(bytes(0xff, 0xff, 0xff), 100), isBroken);
  });
});

describe("an envelope", () => {
  const companions: Companion[] = [
    { kind: 0, region: 2, kek: makeRandom(32) },
    { kind: 1, region: 4, kek: makeRandom(32) },
  ];
  const envelope = { kind: 0, erasesOthers: true, companions, pack: plan } as const;

  it("comes back from its bytes", async () => {
    assert.deepEqual(await unsealEnvelope(await sealEnvelope(envelope)), envelope);
  });

  it("with any field out of bounds is broken", async () => {
    const sound = await inflate(await sealEnvelope(envelope), 10_000);
    const changes: [at: number, value: number][] = [
      ...[2, 255].map((kind): [number, number] => [0, kind]),
      ...[5, 255].map((count): [number, number] => [2, count]),
      ...[0, 5, 255].map((region): [number, number] => [4, region]),
      [3, 2],
      [3 + 2 * 34, 0x10],
      [3 + 2 * 34 + 2, 0xff],
    ];
    for (const [at, value] of changes) {
      const changed = sound.slice();
      changed[at] = value;
      await assert.rejects(
        unsealEnvelope(await deflate(changed)),
        isBroken,
        `${at}: ${value}`,
      );
    }
  });

  it("cut short is broken", async () => {
    const sound = await inflate(await sealEnvelope(envelope), 10_000);
    for (let length = 0; length < 3 + 2 * 34 + 2 + plan.path.length; length++) {
      const stream = await deflate(sound.slice(0, length));
      await assert.rejects(unsealEnvelope(stream), isBroken, `${length}`);
    }
  });

  it("over a ceiling is not made", async () => {
    const isFull = (error: unknown) =>
      error instanceof CoverError && error.code === "full";
    const long = { ...plan, path: "/".repeat(1_025) };
    await assert.rejects(sealEnvelope({ ...envelope, pack: long }), isFull);
    const large = { ...plan, code: "a".repeat(0x40_0000) };
    await assert.rejects(sealEnvelope({ ...envelope, pack: large }), isFull);
    await assert.rejects(sealData("a".repeat(0x200_0001)), isFull);
  });
});
