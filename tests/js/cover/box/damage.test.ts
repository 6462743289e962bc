import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bytes, makeRandom } from "../../../../static/cover/base/bytes.ts";
import { importKey } from "../../../../static/cover/box/aead.ts";
import { copyAt, fileBytes } from "../../../../static/cover/box/format.ts";
import {
  openHeaders,
  readNewest,
  sealCopy,
} from "../../../../static/cover/box/region.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import type { Store } from "../../../../static/cover/box/store.ts";
import { bytesOf, medium, openBox, plan, shelfWith, small } from "./helpers.ts";

const secret = "bread milk rice lemons soap";

/** A box with older and newer data, both in the cover and in a space. */
async function makeBox(): Promise<Bytes> {
  const shelf = makeMemoryShelf();
  const box = await openBox(shelf);
  await box.create(secret, plan, "older", []);
  await box.save("newer");
  await box.saveCover("cover older");
  await box.saveCover("cover newer");
  return bytesOf(shelf);
}

async function opens(bytes: Bytes): Promise<[cover: string | null, data: string | null]> {
  const box = await openBox(await shelfWith(bytes));
  const opened = await box.open(secret).catch(() => null);
  return [box.coverData, opened?.data ?? null];
}

describe("a flipped byte", () => {
  const older = {
    first: new Uint8Array([1]),
    second: new Uint8Array([2]),
    third: new Uint8Array(0),
  };
  const newer = {
    first: new Uint8Array([3]),
    second: new Uint8Array([4]),
    third: new Uint8Array(0),
  };

  async function makeRegion(): Promise<{ store: Store; kek: CryptoKey }> {
    const kek = await importKey(makeRandom(32));
    const store = await makeMemoryShelf().make(0);
    await store.resize(fileBytes(small));
    for (const [copy, body] of [older, newer].entries()) {
      const at = { region: 1, copy: copy === 0 ? 0 : 1, size: small } as const;
      const sealed = await sealCopy(kek, at, BigInt(copy) + 1n, body, makeRandom);
      await store.write(copyAt(small, 1, at.copy), sealed);
    }
    return { store, kek };
  }

  const fields: [name: string, from: number, to: number, step: number][] = [
    ["header nonce", 0, 12, 1],
    ["body key, sealed", 12, 44, 1],
    ["sequence, sealed", 44, 52, 1],
    ["reserved bytes, sealed", 52, 68, 1],
    ["header tag", 68, 84, 1],
    ["body nonce", 96, 108, 1],
    ["lengths and streams, sealed", 108, 118, 1],
    ["zeros, sealed", 118, small - 16, 10_007],
    ["body tag", small - 16, small, 1],
  ];
  for (const [name, from, to, step] of fields) {
    it(`in the ${name} of the newer copy leaves the older one`, async () => {
      const { store, kek } = await makeRegion();
      for (let at = from; at < to; at += step) {
        const place = copyAt(small, 1, 1) + at;
        const [byte = 0] = await store.read(place, 1);
        await store.write(place, new Uint8Array([byte ^ (1 << (at % 8))]));
        const openings = await openHeaders(store, small, kek, 1);
        assert.deepEqual(
          (await readNewest(store, small, openings))?.body,
          older,
          `${at}`,
        );
        await store.write(place, new Uint8Array([byte]));
      }
      const openings = await openHeaders(store, small, kek, 1);
      assert.deepEqual((await readNewest(store, small, openings))?.body, newer);
    });
  }

  it("in the filler changes nothing", async () => {
    const { store, kek } = await makeRegion();
    await store.write(copyAt(small, 1, 1) + 84, makeRandom(12));
    const openings = await openHeaders(store, small, kek, 1);
    assert.deepEqual((await readNewest(store, small, openings))?.body, newer);
  });
});

describe("a copy in a wrong place", () => {
  it("opens neither in another region nor as the other copy", async () => {
    const whole = await makeBox();
    for (const [from, to] of [
      [copyAt(small, 0, 0), copyAt(small, 0, 1)],
      [copyAt(small, 0, 1), copyAt(small, 0, 0)],
    ] as const) {
      const moved = whole.slice();
      moved.set(whole.subarray(from, from + small), to);
      const [cover] = await opens(moved);
      assert.ok(cover === "cover older" || cover === "cover newer");
      const alone = moved.slice();
      alone.set(makeRandom(small), from);
      assert.equal((await opens(alone))[0], null);
    }
  });
});

describe("a damaged file", () => {
  it("whose cover is beyond reading starts it empty and keeps the spaces", async () => {
    const bytes = await makeBox();
    bytes.set(makeRandom(2 * small), copyAt(small, 0, 0));
    const shelf = await shelfWith(bytes);
    const box = await openBox(shelf);
    assert.equal(box.coverData, null);
    assert.equal(await box.saveCover("again"), "saved");
    assert.equal((await box.open(secret))?.data, "newer");
    assert.equal((await openBox(shelf)).coverData, "again");
  });

  it("with another salt opens nothing, and is not made anew", async () => {
    const bytes = await makeBox();
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    const shelf = await shelfWith(bytes);
    assert.equal((await openBox(shelf)).coverData, null);
    assert.deepEqual(await bytesOf(shelf), bytes);
  });

  for (const cut of [16, small, 3 * small + 17, 7 * small]) {
    it(`cut short by ${cut} bytes loses only what was cut off`, async () => {
      const bytes = await makeBox();
      const shelf = await shelfWith(bytes.slice(0, bytes.length - cut));
      const box = await openBox(shelf);
      assert.equal(box.coverData, "cover newer");
      const kept = await bytesOf(shelf);
      assert.equal(kept.length, bytes.length);
      assert.deepEqual(kept.subarray(0, bytes.length - cut), bytes.subarray(0, -cut));
      assert.ok(kept.subarray(-cut).some((byte) => byte !== 0));
    });
  }

  it("cut to the length of a smaller file is still known as the larger", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    await box.saveCover("x".repeat(10));
    await box.saveCover(Buffer.from(makeRandom(300_000)).toString("latin1"));
    await box.saveCover("large again");
    const bytes = await bytesOf(shelf);
    assert.equal(bytes.length, fileBytes(medium));
    const cut = await openBox(await shelfWith(bytes.slice(0, fileBytes(small) + 5_000)));
    assert.equal(cut.coverData, "large again");
  });

  it("with bytes behind its end is read as if they were not there", async () => {
    const bytes = await makeBox();
    const longer = new Uint8Array(bytes.length + 5_000);
    longer.set(bytes);
    assert.deepEqual(await opens(longer), ["cover newer", "newer"]);
  });

  it("of any absurd length is no crash", async () => {
    for (const length of [1, 31, 32, 33, 127, 128, small, fileBytes(small) - 1]) {
      const box = await openBox(await shelfWith(makeRandom(length)));
      assert.equal(box.coverData, null, `${length}`);
      assert.equal(await box.open(secret), null);
      assert.equal(await box.saveCover("new"), "saved");
    }
  });

  it("that was never complete is made anew", async () => {
    for (const length of [0, fileBytes(small) + 1]) {
      const shelf = await shelfWith(new Uint8Array(length));
      const box = await openBox(shelf);
      assert.equal(await box.saveCover("new"), "saved");
      const bytes = await bytesOf(shelf);
      assert.equal(bytes.length, fileBytes(small));
      assert.ok(bytes.subarray(copyAt(small, 4, 1)).some((byte) => byte !== 0));
    }
  });
});
