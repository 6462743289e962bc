/** What is written while the box grows is on the disk before the growth is done, and stays. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeRandom } from "../../../../static/cover/base/bytes.ts";
import { Box } from "../../../../static/cover/box/box.ts";
import { fileBytes } from "../../../../static/cover/box/format.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import type { Piece } from "../../../../static/cover/box/pieces.ts";
import type { BoxParts } from "../../../../static/cover/box/regions.ts";
import type { Shelf } from "../../../../static/cover/box/store.ts";
import { aftermaths, makeDisk } from "./disk.ts";
import { dense, medium, openBox, parts, plan, small, storeOf } from "./helpers.ts";

const large: Piece = ["00112233445566aa", makeRandom(300_000)];

/** The box on a shelf, with the first space open and `between` called while it grows. */
async function growing(
  shelf: Shelf,
  between: (box: Box) => Promise<unknown>,
): Promise<Box> {
  const wish: BoxParts = {
    ...parts(shelf),
    between: async () => (await between(box)) !== false,
  };
  const box = await Box.open(wish);
  await box.open("first");
  return box;
}

async function dataOf(shelf: Shelf, secret: string): Promise<string | undefined> {
  return (await (await openBox(shelf)).open(secret))?.data;
}

describe("a save while the box grows", () => {
  it("at any step is on the disk at once, and still there when the box has grown", async () => {
    const disk = await makeDisk();
    let steps = 0;
    const count = await growing(disk.clone().shelf(), () => Promise.resolve(steps++));
    assert.equal(await count.keepPieces([], large), "saved");
    assert.ok(steps > 20);
    for (let step = 0; step < steps; step += 3) {
      const own = disk.clone();
      let now = 0;
      const box = await growing(own.shelf(), async (each) => {
        if (now++ !== step) return;
        assert.equal(await each.save("typed"), "saved");
        assert.equal(await each.saveCover("bread"), "saved");
        // Killed at this very moment.
        const killed = own.reboot("none");
        assert.equal(await dataOf(killed.shelf(), "first"), "typed", `step ${step}`);
        assert.equal((await openBox(killed.shelf())).coverData, "bread");
        assert.equal(await dataOf(killed.shelf(), "second"), "two");
      });
      assert.equal(await box.keepPieces([], large), "saved");
      assert.deepEqual(box.piece(large[0]), large[1]);
      const found = own.reboot("all");
      const again = await openBox(found.shelf());
      assert.equal((await storeOf(found.shelf())).size(), fileBytes(medium));
      assert.equal((await again.open("first"))?.data, "typed", `step ${step}`);
      assert.deepEqual(again.piece(large[0]), large[1]);
      assert.equal(again.coverData, "bread");
      assert.equal(await dataOf(found.shelf(), "second"), "two");
    }
  });

  it("is what a power cut at any step leaves, when it was acknowledged", async () => {
    const disk = await makeDisk();
    let isOver = false;
    for (let step = 1; !isOver; step += 2) {
      const torn = disk.clone();
      let rests = 0;
      let typed = 0;
      let acknowledged = 0;
      const box = await growing(torn.shelf(), async (each) => {
        if (rests++ % 7 !== 0) return;
        const mine = ++typed;
        if ((await each.save(`typed ${mine}`)) === "saved") acknowledged = mine;
      });
      torn.cutAt = torn.steps + step;
      isOver = (await box.keepPieces([], large)) === "saved" && torn.steps < torn.cutAt;
      const about = `step ${step}, ${typed} typed, ${acknowledged} acknowledged`;
      const found = torn.reboot(aftermaths[(step >> 1) % aftermaths.length] ?? "none");
      const first = await dataOf(found.shelf(), "first");
      const fine = [acknowledged, typed].map((n) => (n === 0 ? "one" : `typed ${n}`));
      assert.ok(first !== undefined && fine.includes(first), `${about}: ${first}`);
      assert.equal(await dataOf(found.shelf(), "second"), "two", about);
    }
  });

  it("is newer than the text that made it grow", async () => {
    const shelf = makeMemoryShelf();
    await (await openBox(shelf)).create("first", plan, "one", []);
    let saved = 0;
    const box = await growing(shelf, async (each) => {
      if (saved++ > 0) return;
      assert.equal(await each.save("shorter"), "saved");
      assert.equal(await each.save(dense(600_000)), "refused");
    });
    assert.equal(await box.save(dense(500_000)), "saved");
    box.close();
    assert.ok((await dataOf(shelf, "first")) === "shorter");
  });

  it("of the cover is newer than what made it grow", async () => {
    let saved = 0;
    const shelf = makeMemoryShelf();
    const box = await growing(shelf, async (each) => {
      if (saved++ === 0) await each.saveCover("milk");
    });
    assert.equal(await box.saveCover(dense(500_000)), "saved");
    assert.ok(box.coverData === "milk");
    assert.equal(saved > 0, true);
    box.close();
    assert.ok((await openBox(shelf)).coverData === "milk");
  });
});

describe("a growth", () => {
  it("that is given up leaves the smaller file alone, and nothing of the larger", async () => {
    for (const aftermath of aftermaths) {
      const disk = await makeDisk();
      let steps = 0;
      const box = await growing(disk.shelf(), () => Promise.resolve(steps++ < 7));
      assert.equal(await box.keepPieces([], large), "refused");
      assert.equal(await box.save("after"), "saved");
      const found = disk.reboot(aftermath).shelf();
      assert.equal(await dataOf(found, "first"), "after");
      assert.equal((await storeOf(found)).size(), fileBytes(small));
    }
  });

  it("begins before text needs it, and is not tried again where it was refused", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    await box.create("first", plan, "one", []);
    await box.save(dense(250_000));
    assert.equal(box.isTight, false);
    await box.save(dense(290_000));
    assert.equal(box.isTight, true);
    const make = shelf.make.bind(shelf);
    shelf.make = () => Promise.reject(new Error("no"));
    await box.makeRoom();
    assert.equal(box.isTight, false);
    box.close();
    shelf.make = make;
    const again = await openBox(shelf);
    await again.open("first");
    assert.equal(again.isTight, true);
    await again.makeRoom();
    assert.equal(again.isTight, false);
    assert.equal((await storeOf(shelf)).size(), fileBytes(medium));
  });

  it("comes sooner for pieces than for text, which keeps room to the very end", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    await box.create("first", plan, "one", []);
    assert.equal(await box.keepPieces([], [large[0], makeRandom(190_000)]), "saved");
    assert.equal((await storeOf(shelf)).size(), fileBytes(small));
    assert.equal(await box.keepPieces([], [large[0], makeRandom(210_000)]), "saved");
    assert.equal((await storeOf(shelf)).size(), fileBytes(medium));
  });

  it("has an end: the last size takes no piece into the room of text", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    await box.create("first", plan, "one", []);
    const ids: string[] = [];
    const id = (at: number): string => at.toString(16).padStart(16, "0");
    let outcome = "saved";
    for (let at = 0; outcome === "saved"; at++) {
      outcome = await box.keepPieces(ids, [id(at), makeRandom(1_000_000)]);
      if (outcome === "saved") ids.push(id(at));
    }
    assert.equal(outcome, "full");
    assert.equal(ids.length, 16);
    // Smaller ones, until not even these fit.
    for (
      let at = 100;
      (await box.keepPieces(ids, [id(at), makeRandom(60_000)])) === "saved";
      at++
    )
      ids.push(id(at));
    assert.equal(await box.save(dense(50_000)), "saved");
    assert.equal(await box.keepPieces(ids.slice(1), null), "saved");
    assert.equal(box.piece(id(1))?.length, 1_000_000);
  });
});
