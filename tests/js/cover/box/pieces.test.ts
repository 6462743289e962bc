import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { concat, makeRandom } from "../../../../static/cover/base/bytes.ts";
import { CoverError } from "../../../../static/cover/base/errors.ts";
import type { Box } from "../../../../static/cover/box/box.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import {
  maxPieceBytes,
  maxPieces,
  type Piece,
  readPieces,
  writePieces,
} from "../../../../static/cover/box/pieces.ts";
import type { Place, Shelf, Store } from "../../../../static/cover/box/store.ts";
import { notes, openBox, plan } from "./helpers.ts";

const a: Piece = ["00112233445566aa", makeRandom(1_000)];
const b: Piece = ["ffeeddccbbaa9988", makeRandom(70_000)];

async function withSpace(shelf: Shelf): Promise<Box> {
  const box = await openBox(shelf);
  assert.equal(await box.create("main", plan, "text", []), "saved");
  return box;
}

async function reopened(
  shelf: Shelf,
  secret = "main",
): Promise<{ box: Box; data: string }> {
  const box = await openBox(shelf);
  return { box, data: (await box.open(secret))?.data ?? "nothing" };
}

/** A shelf on a disk that takes nothing new: only what a file already covers can be written. */
function fullShelf(shelf: Shelf): Shelf {
  const full = (store: Store): Store => ({
    size: () => store.size(),
    read: (at, length) => store.read(at, length),
    write: (at, bytes) =>
      at + bytes.length > store.size()
        ? Promise.reject(new CoverError("full"))
        : store.write(at, bytes),
    resize: (length) =>
      length > store.size()
        ? Promise.reject(new CoverError("full"))
        : store.resize(length),
    flush: () => store.flush(),
    close: () => store.close(),
  });
  return {
    keeps: shelf.keeps,
    find: async (place: Place) => {
      const store = await shelf.find(place);
      return store && full(store);
    },
    make: async (place) => full(await shelf.make(place)),
    remove: (place) => shelf.remove(place),
    close: () => shelf.close(),
  };
}

describe("a stream of pieces", () => {
  it("comes back from its bytes", () => {
    assert.deepEqual(readPieces(writePieces([a, b])), [a, b]);
    assert.deepEqual(readPieces(new Uint8Array(0)), []);
  });

  it("gives what is sound when its end is cut off", () => {
    const stream = writePieces([a, b]);
    for (const cut of [1, 69_999, 70_001, 70_012])
      assert.deepEqual(readPieces(stream.slice(0, -cut)), [a]);
  });

  it("with a length beyond its ceiling ends there", () => {
    const stream = concat(writePieces([a]), writePieces([a]));
    new DataView(stream.buffer).setUint32(1_012 + 8, maxPieceBytes + 1);
    assert.deepEqual(readPieces(stream), [a]);
  });

  it("takes no more pieces, no longer ones and no other ids than it can read", () => {
    const many = Array.from({ length: maxPieces + 1 }, () => a);
    assert.throws(() => writePieces(many));
    assert.throws(() => writePieces([[a[0], new Uint8Array(maxPieceBytes + 1)]]));
    assert.throws(() => writePieces([["not an id", a[1]]]));
    assert.equal(readPieces(writePieces(many.slice(1))).length, maxPieces);
  });
});

describe("pieces of a space", () => {
  it("are kept beside the text and outlive its saves", async () => {
    const shelf = makeMemoryShelf();
    const box = await withSpace(shelf);
    assert.equal(await box.keepPieces([], a), "saved");
    assert.equal(await box.keepPieces([a[0]], b), "saved");
    for (const text of ["one", "two", "three"]) await box.save(text);
    box.close();
    const again = await reopened(shelf);
    assert.equal(again.data, "three");
    assert.deepEqual(again.box.piece(a[0]), a[1]);
    assert.deepEqual(again.box.piece(b[0]), b[1]);
    assert.equal(again.box.piece("0000000000000000"), null);
  });

  it("that are not named any more go", async () => {
    const shelf = makeMemoryShelf();
    const box = await withSpace(shelf);
    await box.keepPieces([], a);
    await box.keepPieces([a[0]], b);
    assert.equal(await box.keepPieces([b[0]], null), "saved");
    assert.equal(box.piece(a[0]), null);
    box.close();
    const again = await reopened(shelf);
    assert.equal(again.box.piece(a[0]), null);
    assert.deepEqual(again.box.piece(b[0]), b[1]);
  });

  it("outlive a new secret, a new pack and a second space that comes and goes", async () => {
    const shelf = makeMemoryShelf();
    const box = await withSpace(shelf);
    await box.keepPieces([], b);
    assert.equal(await box.changeSecret("other"), "saved");
    assert.equal(await box.changePack(notes), "saved");
    const wish = { kind: 0, pack: notes, data: "pages", erasesOthers: false } as const;
    assert.equal(await box.putCompanion("second", wish, []), "saved");
    assert.equal(await box.removeCompanion(0), "saved");
    box.close();
    assert.deepEqual((await reopened(shelf, "other")).box.piece(b[0]), b[1]);
  });

  it("are no part of a second space, and cannot be asked for without an open one", async () => {
    const shelf = makeMemoryShelf();
    const box = await withSpace(shelf);
    await box.keepPieces([], a);
    const wish = { kind: 0, pack: notes, data: "pages", erasesOthers: false } as const;
    await box.putCompanion("second", wish, []);
    box.close();
    const second = await reopened(shelf, "second");
    assert.equal(second.data, "pages");
    assert.equal(second.box.piece(a[0]), null);
    const closed = await openBox(shelf);
    assert.equal(closed.piece(a[0]), null);
    assert.equal(await closed.keepPieces([], a), "refused");
  });

  it("make the box grow, and every other region comes along", async () => {
    const shelf = makeMemoryShelf();
    const box = await withSpace(shelf);
    await box.saveCover("milk");
    const ids: string[] = [];
    for (let at = 0; at < 20; at++) {
      const id = at.toString(16).padStart(16, "0");
      assert.equal(await box.keepPieces(ids, [id, makeRandom(80_000)]), "saved");
      ids.push(id);
    }
    assert.equal(
      (await shelf.find(0))?.size() ?? (await shelf.find(1))?.size(),
      41_943_072,
    );
    box.close();
    const again = await reopened(shelf);
    assert.equal(again.data, "text");
    assert.equal(again.box.coverData, "milk");
    for (const id of ids) assert.equal(again.box.piece(id)?.length, 80_000);
  });

  it("on a full disk are refused, and nothing that was kept is lost", async () => {
    const shelf = makeMemoryShelf();
    const first = await withSpace(shelf);
    await first.keepPieces([], a);
    first.close();
    const box = (await reopened(fullShelf(shelf))).box;
    assert.equal(await box.keepPieces([a[0]], [b[0], makeRandom(300_000)]), "full");
    assert.equal(box.piece(b[0]), null);
    assert.deepEqual(box.piece(a[0]), a[1]);
    assert.equal(await box.save("still kept"), "saved");
    box.close();
    const again = await reopened(shelf);
    assert.equal(again.data, "still kept");
    assert.deepEqual(again.box.piece(a[0]), a[1]);
  });
});
