import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Box } from "../../../../static/cover/box/box.ts";
import { copyAt, fileBytes, sizes } from "../../../../static/cover/box/format.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import { Box as BoxClass } from "../../../../static/cover/box/box.ts";
import type { Shelf } from "../../../../static/cover/box/store.ts";
import {
  bytesOf,
  dense,
  medium,
  notes,
  openBox,
  parts,
  plan,
  small,
  steered,
} from "./helpers.ts";

const secret = "bread milk rice lemons soap";

async function twoSpaces(): Promise<{
  shelf: ReturnType<typeof makeMemoryShelf>;
  box: Box;
}> {
  const shelf = makeMemoryShelf();
  // 0 of four free regions, then 0 of the three that are left: regions 1 and 2.
  const box = await openBox(shelf, steered(0, 0));
  assert.equal(await box.create("first", plan, "one", []), "saved");
  assert.equal(await box.create("second", notes, "two", ["first"]), "saved");
  return { shelf, box };
}

async function dataOf(shelf: Shelf, entry: string): Promise<string | undefined> {
  return (await (await openBox(shelf)).open(entry))?.data;
}

describe("a new box", () => {
  it("keeps the cover's data across openings", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    assert.equal(box.coverData, null);
    assert.equal(await box.saveCover('{"items":["milk"]}'), "saved");
    assert.equal((await openBox(shelf)).coverData, '{"items":["milk"]}');
  });

  it("has one size whatever is in it", async () => {
    const { shelf } = await twoSpaces();
    assert.equal((await bytesOf(shelf)).length, fileBytes(small));
  });
});

describe("a space", () => {
  it("opens by its secret, in any Unicode form, and by no other", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    assert.equal(await box.create("figs ﬁne", plan, "data", []), "saved");
    const again = await openBox(shelf);
    assert.deepEqual(await again.open("figs fine"), { pack: plan, data: "data" });
    assert.equal(await again.open("figs Fine"), null);
    assert.equal(await again.open(""), null);
  });

  it("keeps the newest of many saves", async () => {
    const { shelf, box } = await twoSpaces();
    for (let each = 0; each < 9; each++)
      assert.equal(await box.save(`save ${each}`), "saved");
    assert.equal((await (await openBox(shelf)).open("second"))?.data, "save 8");
    assert.equal((await (await openBox(shelf)).open("first"))?.data, "one");
  });

  it("is written into the older copy alone", async () => {
    const { shelf, box } = await twoSpaces();
    const before = await bytesOf(shelf);
    await box.save("next");
    const after = await bytesOf(shelf);
    const changed = new Set<number>();
    for (const [at, byte] of before.entries()) {
      if (after[at] !== byte) changed.add(Math.floor((at - 32) / small));
    }
    assert.equal(changed.size, 1);
    const [older = 0] = changed;
    assert.equal(Math.floor(older / 2), 2);
    await box.save("after that");
    const last = await bytesOf(shelf);
    const other = older % 2 === 0 ? older + 1 : older - 1;
    const at = 32 + other * small;
    assert.notDeepEqual(last.subarray(at, at + small), after.subarray(at, at + small));
  });

  it("that is not open is not saved to", async () => {
    const { shelf } = await twoSpaces();
    const box = await openBox(shelf);
    assert.equal(await box.save("lost"), "refused");
    assert.equal(await box.changeSecret("new"), "refused");
    assert.equal(await box.changePack(notes), "refused");
  });

  it("takes another pack and keeps its data", async () => {
    const { shelf, box } = await twoSpaces();
    assert.equal(await box.changePack(plan), "saved");
    assert.deepEqual(await (await openBox(shelf)).open("second"), {
      pack: plan,
      data: "two",
    });
  });

  it("stays open whatever is tried, also another space or itself", async () => {
    const { shelf, box } = await twoSpaces();
    for (const entry of ["milk", "first", "second"]) {
      // What opens a space must not be answered like an ordinary entry: it would be kept as one.
      if (entry === "milk") assert.equal(await box.open(entry), null);
      else await assert.rejects(box.open(entry), { code: "refused" });
      assert.equal(await box.save(`two after ${entry}`), "saved");
    }
    assert.equal(await dataOf(shelf, "first"), "one");
    assert.equal(await dataOf(shelf, "second"), "two after second");
  });
});

describe("creating", () => {
  it("never touches the spaces whose secrets are given", async () => {
    // Every byte that could be drawn asks for the regions of the others.
    for (let draw = 0; draw < 6; draw++) {
      const shelf = makeMemoryShelf();
      const box = await openBox(shelf, steered(0, 0, draw));
      await box.create("first", plan, "one", []);
      await box.create("second", notes, "two", ["first"]);
      const reopened = await openBox(shelf, steered(draw));
      assert.equal(
        await reopened.create("third", plan, "three", ["first", "second"]),
        "saved",
      );
      for (const [each, data] of [
        ["first", "one"],
        ["second", "two"],
        ["third", "three"],
      ] as const) {
        assert.equal(await dataOf(shelf, each), data);
      }
    }
  });

  it("without the others' secrets may overwrite them, which is why they are asked for", async () => {
    const shelf = makeMemoryShelf();
    await (await openBox(shelf, steered(0))).create("first", plan, "one", []);
    await (await openBox(shelf, steered(0))).create("other", plan, "new", []);
    const again = await openBox(shelf);
    assert.equal(await again.open("first"), null);
    assert.equal((await again.open("other"))?.data, "new");
  });

  it("chooses every free region about as often", async () => {
    const counts = new Map<number, number>();
    const shelf = makeMemoryShelf();
    await (await openBox(shelf)).saveCover("x");
    const before = await bytesOf(shelf);
    for (let each = 0; each < 60; each++) {
      const fresh = makeMemoryShelf();
      const store = await fresh.make(0);
      await store.resize(before.length);
      await store.write(0, before);
      await (await openBox(fresh)).create(secret, plan, "", []);
      const after = await bytesOf(fresh);
      const region = [1, 2, 3, 4].find((one) => {
        const at = copyAt(small, one, 0);
        return after[at] !== before[at] || after[at + 1] !== before[at + 1];
      });
      counts.set(region ?? 0, (counts.get(region ?? 0) ?? 0) + 1);
    }
    // 15 expected of each; under 2 happens once in a million runs.
    for (const region of [1, 2, 3, 4]) assert.ok((counts.get(region) ?? 0) >= 2);
  });

  it("refuses a secret that opens something, an empty and an endless one", async () => {
    const { box } = await twoSpaces();
    assert.equal(await box.create("first", plan, "", []), "taken");
    assert.equal(await box.create("", plan, "", []), "refused");
    assert.equal(await box.create("x".repeat(257), plan, "", []), "refused");
  });

  it("says so when no region is left", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    const made: string[] = [];
    for (const each of ["a", "b", "c", "d"]) {
      assert.equal(await box.create(each, plan, each, made), "saved");
      made.push(each);
    }
    assert.equal(await box.create("e", plan, "e", made), "crowded");
    for (const each of made) assert.equal(await dataOf(shelf, each), each);
  });
});

describe("changing the secret", () => {
  it("lets the new one open and the old one not", async () => {
    const { shelf, box } = await twoSpaces();
    assert.equal(await box.changeSecret("third"), "saved");
    assert.equal(await box.save("after"), "saved");
    const again = await openBox(shelf);
    assert.equal(await again.open("second"), null);
    assert.equal((await again.open("third"))?.data, "after");
  });

  it("refuses one that opens something already", async () => {
    const { box } = await twoSpaces();
    assert.equal(await box.changeSecret("first"), "taken");
    assert.equal(await box.changeSecret("second"), "taken");
    assert.equal(await box.save("still here"), "saved");
  });
});

describe("changing the secret on a storage that fails at the second copy", () => {
  for (const failures of [1, 2, Infinity]) {
    it(`for ${failures} writes is refused, and the old one goes on`, async () => {
      const { shelf, box } = await twoSpaces();
      const store = await shelf.find(0);
      assert.ok(store !== null);
      const write = store.write.bind(store);
      let writes = 0;
      // A copy takes two writes; of the second copy the body arrives and the header does not.
      store.write = (at, bytes) => {
        writes++;
        const isFailing = writes > 3 && writes <= 3 + failures;
        return isFailing ? Promise.reject(new Error("input/output")) : write(at, bytes);
      };
      assert.equal(await box.changeSecret("third"), "refused");
      if (failures === 1) {
        assert.equal(await dataOf(shelf, "second"), "two");
        assert.equal(await dataOf(shelf, "third"), undefined);
      }
      store.write = write;
      assert.equal(await box.save("after"), "saved");
      assert.equal(await dataOf(shelf, "second"), "after");
      assert.equal(await box.save("later"), "saved");
      assert.equal(await dataOf(shelf, "second"), "later");
      assert.equal(await dataOf(shelf, "third"), undefined);
    });
  }

  it("never leaves the plan unreadable", async () => {
    const { shelf, box } = await twoSpaces();
    const store = await shelf.find(0);
    assert.ok(store !== null);
    const write = store.write.bind(store);
    let writes = 0;
    // Bodies arrive from now on, headers do not.
    store.write = (at, bytes) => {
      writes++;
      const isFailing = writes > 2 && bytes.length === 96;
      return isFailing ? Promise.reject(new Error("input/output")) : write(at, bytes);
    };
    assert.equal(await box.changeSecret("third"), "refused");
    assert.equal(await box.save("lost"), "refused");
    store.write = write;
    assert.equal(await dataOf(shelf, "third"), "two");
  });
});

describe("an entry", () => {
  it("costs one derivation and the same reads whatever it is", async () => {
    const shelf = makeMemoryShelf();
    const made = await openBox(shelf);
    await made.create(secret, plan, "data", []);
    const work: string[][] = [];
    for (const entry of [
      "",
      "milk",
      "x".repeat(100_000),
      `${secret} `,
      "🥖".repeat(200),
    ]) {
      let log: string[] = [];
      const store = await shelf.find(0);
      assert.ok(store !== null);
      const real = store.read.bind(store);
      store.read = (at, length) => {
        log.push(`${at} ${length}`);
        return real(at, length);
      };
      const { kdf, ...rest } = parts(shelf);
      const counted = (...args: Parameters<typeof kdf>) => {
        log.push("kdf");
        return kdf(...args);
      };
      const box = await BoxClass.open({ ...rest, kdf: counted });
      log = [];
      assert.equal(await box.open(entry), null);
      store.read = real;
      work.push(log);
    }
    for (const each of work) assert.deepEqual(each, work[0]);
    assert.equal(work[0]?.filter((each) => each === "kdf").length, 1);
    assert.equal(work[0].length, 1 + 8);
  });

  it("that only begins with a secret is cut off as none", async () => {
    const shelf = makeMemoryShelf();
    const box = await openBox(shelf);
    const longest = "x".repeat(256);
    assert.equal(await box.create(longest, plan, "data", []), "saved");
    assert.equal(await dataOf(shelf, longest), "data");
    assert.equal(await dataOf(shelf, `${longest}x`), undefined);
  });
});

describe("growing", () => {
  it("makes room for a larger plan and keeps everything else, opened or not", async () => {
    const { shelf, box } = await twoSpaces();
    await box.saveCover("cover");
    const large = dense(500_000);
    assert.equal(await box.save(large), "saved");
    assert.equal((await bytesOf(shelf)).length, fileBytes(medium));
    const again = await openBox(shelf);
    assert.equal(again.coverData, "cover");
    assert.equal((await again.open("first"))?.data, "one");
    assert.equal(await again.save("one, after growth"), "saved");
    assert.equal(await dataOf(shelf, "second"), large);
    assert.equal(await dataOf(shelf, "first"), "one, after growth");
  });

  it("may skip a size, and an unopened space survives that too", async () => {
    const { shelf, box } = await twoSpaces();
    const large = dense(2_000_000);
    assert.equal(await box.save(large), "saved");
    assert.equal((await bytesOf(shelf)).length, fileBytes(sizes[2]));
    assert.equal(await dataOf(shelf, "first"), "one");
    assert.equal(await dataOf(shelf, "second"), large);
  });

  it("leaves no plain stretch: every region stays as dense as random bytes", async () => {
    const { shelf, box } = await twoSpaces();
    await box.save(dense(500_000));
    const bytes = await bytesOf(shelf);
    for (let at = 0; at + 4_096 <= bytes.length; at += 4_096) {
      const values = new Set(bytes.subarray(at, at + 4_096));
      assert.ok(values.size > 240, `${at}`);
    }
  });

  it("stops at the largest size, and what was saved stays", async () => {
    const { shelf, box } = await twoSpaces();
    assert.equal(await box.save(dense(24_000_000)), "full");
    assert.equal((await bytesOf(shelf)).length, fileBytes(small));
    assert.equal((await (await openBox(shelf)).open("second"))?.data, "two");
  });
});
