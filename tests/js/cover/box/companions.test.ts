import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Box } from "../../../../static/cover/box/box.ts";
import { copyAt } from "../../../../static/cover/box/format.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import type { Shelf } from "../../../../static/cover/box/store.ts";
import { bytesOf, notes, openBox, parts, plan, small, steered } from "./helpers.ts";
import { Box as BoxClass } from "../../../../static/cover/box/box.ts";

const second = { kind: 0, pack: notes, data: "pages", erasesOthers: false } as const;
const eraser = {
  kind: 1,
  pack: { path: "", code: "" },
  data: "",
  erasesOthers: false,
} as const;

/** A box with a main space; `choices` steer which of the free regions are taken. */
async function withMain(...choices: number[]): Promise<{ shelf: Shelf; box: Box }> {
  const shelf = makeMemoryShelf();
  const box = await openBox(shelf, steered(...choices));
  await box.saveCover("cover");
  assert.equal(await box.create("main", plan, "plan", []), "saved");
  return { shelf, box };
}

async function dataOf(shelf: Shelf, secret: string): Promise<string | null> {
  return (await (await openBox(shelf)).open(secret))?.data ?? null;
}

describe("the second space", () => {
  it("opens by its own secret, while the main one stays open", async () => {
    const { shelf, box } = await withMain();
    assert.equal(await box.hasCompanion(0), false);
    assert.equal(await box.putCompanion("other", second, []), "saved");
    assert.equal(await box.hasCompanion(0), true);
    assert.equal(await box.save("plan, later"), "saved");
    assert.deepEqual(await (await openBox(shelf)).open("other"), {
      pack: notes,
      data: "pages",
    });
    assert.equal(await dataOf(shelf, "main"), "plan, later");
  });

  it("knows nothing of the main one", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    const opened = await openBox(shelf);
    await opened.open("other");
    assert.equal(await opened.hasCompanion(0), false);
    assert.equal(await opened.removeCompanion(0), "saved");
    assert.equal(await dataOf(shelf, "main"), "plan");
    assert.equal(await dataOf(shelf, "other"), "pages");
  });

  it("is never overwritten by what the main one makes or protects", async () => {
    for (let each = 0; each < 8; each++) {
      const { shelf, box } = await withMain();
      await box.putCompanion("other", second, []);
      await box.putCompanion("gone", eraser, []);
      // Its main space is protected by its secret, and what that space knows along with it.
      assert.equal(
        await (await openBox(shelf)).create("third", plan, "3", ["main"]),
        "saved",
      );
      assert.equal(await dataOf(shelf, "main"), "plan");
      assert.equal(await dataOf(shelf, "other"), "pages");
      assert.equal(await dataOf(shelf, "third"), "3");
    }
  });

  it("gets a newer pack and keeps what was written in it", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    const inside = await openBox(shelf);
    await inside.open("other");
    await inside.save("written");
    const again = await openBox(shelf);
    await again.open("main");
    assert.equal(await again.refreshCompanion(plan), "saved");
    assert.deepEqual(await (await openBox(shelf)).open("other"), {
      pack: plan,
      data: "written",
    });
  });

  it("is replaced in its own region by a new one, and the old secret opens nothing", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    assert.equal(
      await box.putCompanion("another", { ...second, data: "new" }, []),
      "saved",
    );
    assert.equal(await dataOf(shelf, "other"), null);
    assert.equal(await dataOf(shelf, "another"), "new");
    assert.equal(await dataOf(shelf, "main"), "plan");
  });

  it("is not replaced when only one of its copies could be: its old secret goes on", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    const store = await shelf.find(0);
    assert.ok(store !== null);
    const write = store.write.bind(store);
    let writes = 0;
    store.write = (at, bytes) =>
      ++writes === 3 ? Promise.reject(new Error("input/output")) : write(at, bytes);
    const wish = { ...second, data: "new" };
    assert.equal(await box.putCompanion("another", wish, []), "refused");
    store.write = write;
    assert.equal(await dataOf(shelf, "other"), "pages");
    assert.equal(await dataOf(shelf, "another"), null);
    assert.equal(await box.putCompanion("another", wish, []), "saved");
    assert.equal(await dataOf(shelf, "other"), null);
    assert.equal(await dataOf(shelf, "another"), "new");
  });

  it("is removed for good", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    assert.equal(await box.removeCompanion(0), "saved");
    assert.equal(await box.hasCompanion(0), false);
    assert.equal(await dataOf(shelf, "other"), null);
    assert.equal(await dataOf(shelf, "main"), "plan");
  });

  it("whose secret was changed from inside is claimed again by whoever types that", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    const inside = await openBox(shelf);
    await inside.open("other");
    await inside.changeSecret("changed");
    const again = await openBox(shelf);
    await again.open("main");
    assert.equal(await again.refreshCompanion(plan), "refused");
    assert.equal(await again.putCompanion("changed", second, []), "saved");
    assert.equal(await again.removeCompanion(0), "saved");
    assert.equal(await dataOf(shelf, "changed"), null);
  });

  it("whose region no longer opens is forgotten, and what is there stays", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    const inside = await openBox(shelf);
    await inside.open("other");
    await inside.changeSecret("changed");
    const again = await openBox(shelf);
    await again.open("main");
    assert.equal(await again.removeCompanion(0), "refused");
    assert.equal(await again.hasCompanion(0), false);
    assert.equal(await dataOf(shelf, "changed"), "pages");
  });

  it("takes no secret that opens something else", async () => {
    const { box } = await withMain();
    assert.equal(await box.putCompanion("main", second, []), "taken");
    await box.putCompanion("gone", eraser, []);
    assert.equal(await box.putCompanion("gone", second, []), "taken");
  });

  it("that also erases does so once, silently, and keeps no sign of it", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("gone", eraser, []);
    assert.equal(
      await box.putCompanion("other", { ...second, erasesOthers: true }, []),
      "saved",
    );
    assert.equal(await dataOf(shelf, "other"), "pages");
    assert.equal(await dataOf(shelf, "main"), null);
    const later = await openBox(shelf);
    await later.create("new", plan, "made later", ["other"]);
    assert.equal(await dataOf(shelf, "other"), "pages");
    assert.equal(await dataOf(shelf, "new"), "made later");
    assert.equal((await openBox(shelf)).coverData, "cover");
  });
});

describe("an erase secret", () => {
  it("is answered as any entry, and leaves no region as it was", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("other", second, []);
    assert.equal(await box.putCompanion("gone", eraser, []), "saved");
    assert.equal(await box.hasCompanion(1), true);
    const before = await bytesOf(shelf);
    const opened = await openBox(shelf);
    await opened.open("main");
    assert.equal(await opened.open("gone"), null);
    assert.equal(await opened.save("too late"), "refused");
    const after = await bytesOf(shelf);
    assert.deepEqual(
      after.subarray(0, copyAt(small, 1, 0)),
      before.subarray(0, copyAt(small, 1, 0)),
    );
    for (let at = copyAt(small, 1, 0); at < after.length; at += 64) {
      assert.notDeepEqual(after.subarray(at, at + 64), before.subarray(at, at + 64));
    }
    for (const secret of ["main", "other", "gone"])
      assert.equal(await dataOf(shelf, secret), null);
    assert.equal((await openBox(shelf)).coverData, "cover");
  });

  it("can be removed again", async () => {
    const { shelf, box } = await withMain();
    await box.putCompanion("gone", eraser, []);
    assert.equal(await box.removeCompanion(1), "saved");
    assert.equal(await (await openBox(shelf)).open("gone"), null);
    assert.equal(await dataOf(shelf, "main"), "plan");
  });
});

describe("erasing", () => {
  it("makes every header unreadable before any body is overwritten", async () => {
    const { shelf, box } = await withMain();
    const store = await shelf.find(0);
    assert.ok(store !== null);
    const lengths: number[] = [];
    const write = store.write.bind(store);
    store.write = (at, bytes) => {
      lengths.push(bytes.length);
      return write(at, bytes);
    };
    assert.equal(await box.erase(), true);
    assert.deepEqual(lengths, [
      ...Array<number>(8).fill(96),
      ...Array<number>(8).fill(small),
    ]);
  });

  it("is not called done when a byte stayed as it was, and still erases the rest", async () => {
    const { shelf, box } = await withMain(0, 0);
    await box.putCompanion("other", second, []);
    const store = await shelf.find(0);
    assert.ok(store !== null);
    const write = store.write.bind(store);
    const spared = copyAt(small, 4, 1);
    store.write = (at, bytes) =>
      at === spared ? Promise.reject(new Error("input/output")) : write(at, bytes);
    assert.equal(await box.erase(), false);
    store.write = write;
    for (const secret of ["main", "other"])
      assert.equal(await dataOf(shelf, secret), null);
  });

  it("is not called done when the storage only says it wrote", async () => {
    const { shelf, box } = await withMain();
    const store = await shelf.find(0);
    assert.ok(store !== null);
    store.write = () => Promise.resolve();
    assert.equal(await box.erase(), false);
  });

  it("closes the space first", async () => {
    const { box } = await withMain();
    await box.erase();
    assert.equal(await box.save("late"), "refused");
  });
});

describe("a storage that stops taking writes", () => {
  for (const [name, outcome] of [
    ["QuotaExceededError", "full"],
    ["InvalidStateError", "refused"],
  ] as const) {
    it(`with ${name} is answered "${outcome}", and earlier data is untouched`, async () => {
      const { shelf, box } = await withMain();
      const before = await bytesOf(shelf);
      const store = await shelf.find(0);
      assert.ok(store !== null);
      const write = store.write.bind(store);
      store.write = () => Promise.reject(new DOMException("no", name));
      assert.equal(await box.save("new"), outcome);
      assert.equal(await box.saveCover("new"), outcome);
      assert.equal(await box.create("third", plan, "", []), outcome);
      assert.equal(await box.changeSecret("third"), outcome);
      assert.equal(await box.changePack(notes), outcome);
      assert.equal(await box.putCompanion("other", second, []), outcome);
      assert.equal(await box.erase(), false);
      store.write = write;
      assert.deepEqual(await bytesOf(shelf), before);
      assert.equal(await dataOf(shelf, "main"), "plan");
    });
  }

  it("while growing is answered, keeps the old file and clears the new one away", async () => {
    const { shelf, box } = await withMain();
    const make = shelf.make.bind(shelf);
    shelf.make = async (place) => {
      const store = await make(place);
      store.resize = () => Promise.reject(new DOMException("no", "QuotaExceededError"));
      return store;
    };
    assert.equal(
      await box.save(Buffer.alloc(400_000, "ab£4é").toString() + dense()),
      "full",
    );
    shelf.make = make;
    assert.equal(await box.save("small again"), "saved");
    assert.equal(await dataOf(shelf, "main"), "small again");
  });

  it("from the start throws, for the next storage to be tried", async () => {
    const shelf = makeMemoryShelf();
    shelf.make = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    await assert.rejects(BoxClass.open(parts(shelf)), { code: "refused" });
  });
});

function dense(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)))
    .toString("base64")
    .repeat(9);
}
