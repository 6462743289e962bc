import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultOf } from "../../../../static/cover/base/errors.ts";
import { Box } from "../../../../static/cover/box/box.ts";
import { fileBytes } from "../../../../static/cover/box/format.ts";
import { type Aftermath, aftermaths, Disk, makeDisk } from "./disk.ts";
import { bytesOf, dense, medium, openBox, parts, plan, small } from "./helpers.ts";

/** What is found after a restart. */
interface Found {
  readonly cover: string | null;
  readonly first: string | null;
  readonly second: string | null;
}

async function look(disk: Disk): Promise<Found> {
  const box = await openBox(disk.shelf());
  const [first, second] = [await dataOf(disk, "first"), await dataOf(disk, "second")];
  return { cover: box.coverData, first, second };
}

/** What a person finds: a header whose body never arrived is as good as none. */
async function dataOf(disk: Disk, secret: string): Promise<string | null> {
  try {
    return (await (await openBox(disk.shelf())).open(secret))?.data ?? null;
  } catch (error) {
    assert.equal(faultOf(error), "broken");
    return null;
  }
}

/** Cut the power at every step of `work`, in every aftermath; show `check` what is then found. */
async function cutEverywhere(
  disk: Disk,
  work: (box: Box) => Promise<unknown>,
  check: (found: Found, about: string, disk: Disk) => void,
): Promise<number> {
  const whole = disk.clone();
  const box = await openBox(whole.shelf());
  const before = whole.steps;
  await work(box);
  const steps = whole.steps - before;
  for (let step = 1; step <= steps; step++) {
    for (const aftermath of aftermaths) {
      const torn = disk.clone();
      const cut = await openBox(torn.shelf());
      torn.cutAt = torn.steps + step;
      await work(cut);
      const found = torn.reboot(aftermath);
      check(await look(found), `step ${step} of ${steps}, ${aftermath}`, found);
    }
  }
  return steps;
}

describe("power cut", () => {
  it("at any write of a save leaves the old or the new data, and all else", async () => {
    const disk = await makeDisk();
    const steps = await cutEverywhere(
      disk,
      async (box) => {
        await box.open("first");
        await box.save("one, changed");
      },
      ({ cover, first, second }, about) => {
        assert.ok(first === "one" || first === "one, changed", about);
        assert.deepEqual([cover, second], ["cover", "two"], about);
      },
    );
    assert.equal(steps, 3);
  });

  it("at any write of the cover's save leaves the old or the new", async () => {
    await cutEverywhere(
      await makeDisk(),
      (box) => box.saveCover("changed"),
      ({ cover, first, second }, about) => {
        assert.ok(cover === "cover" || cover === "changed", about);
        assert.deepEqual([first, second], ["one", "two"], about);
      },
    );
  });

  it("after the answer changes nothing: an acknowledged save is on the disk", async () => {
    const disk = await makeDisk();
    const box = await openBox(disk.shelf());
    await box.open("first");
    assert.equal(await box.save("one, changed"), "saved");
    assert.equal((await look(disk.reboot("none"))).first, "one, changed");
  });

  it("at any write of a change of secret leaves one of the two that opens", async () => {
    const disk = await makeDisk();
    const whole = disk.clone();
    const box = await openBox(whole.shelf());
    await box.open("first");
    const before = whole.steps;
    await box.changeSecret("new");
    const steps = whole.steps - before;
    for (let step = 1; step <= steps; step++) {
      for (const aftermath of aftermaths) {
        const torn = disk.clone();
        const cut = await openBox(torn.shelf());
        await cut.open("first");
        torn.cutAt = torn.steps + step;
        await cut.changeSecret("new");
        const rebooted = torn.reboot(aftermath);
        const found = await openBox(rebooted.shelf());
        const [old, now] = [
          await dataOf(rebooted, "first"),
          await dataOf(rebooted, "new"),
        ];
        assert.ok(
          old === "one" || (old === null && now === "one"),
          `step ${step}, ${aftermath}`,
        );
        // Neither is what only half arrived in the way of trying again.
        const again = await found.create("new", plan, "", ["first", "second"]);
        assert.equal(again, now === null ? "saved" : "taken");
        assert.equal(await dataOf(rebooted, "second"), "two");
      }
    }
  });

  it("at any step of the first visit leaves a box, made then or made again", async () => {
    const whole = new Disk();
    await openBox(whole.shelf());
    for (let step = 1; step <= whole.steps; step++) {
      for (const aftermath of aftermaths) {
        const torn = new Disk();
        torn.cutAt = step;
        await assert.rejects(openBox(torn.shelf()));
        const disk = torn.reboot(aftermath);
        const box = await openBox(disk.shelf());
        assert.equal(box.coverData, null);
        assert.equal(await box.saveCover("data"), "saved");
        assert.equal((await look(disk.reboot("all"))).cover, "data");
        // Regions that were never written would show that nothing is in them.
        const bytes = await bytesOf(disk.shelf());
        for (let at = 0; at + 4_096 <= bytes.length; at += 4_096) {
          assert.ok(
            new Set(bytes.subarray(at, at + 4_096)).size > 240,
            `${step}, ${aftermath}`,
          );
        }
      }
    }
  });

  it("at any step of growing loses neither what was open nor what was not", async () => {
    const large = dense(500_000);
    const steps = await cutEverywhere(
      await makeDisk(),
      async (box) => {
        await box.open("first");
        await box.save(large);
      },
      ({ cover, first, second }, about) => {
        assert.ok(first === "one" || first === large, about);
        assert.deepEqual([cover, second], ["cover", "two"], about);
      },
    );
    assert.ok(steps > 20);
  });

  it("while growing leaves one file in the end, with no bytes of the other", async () => {
    const disk = await makeDisk();
    const large = dense(500_000);
    for (const step of [1, 5, 14, 24, 25, 26, 27, 28, 30]) {
      for (const aftermath of ["all", "none"] satisfies Aftermath[]) {
        const torn = disk.clone();
        const box = await openBox(torn.shelf());
        await box.open("first");
        torn.cutAt = torn.steps + step;
        await box.save(large);
        const found = torn.reboot(aftermath);
        await openBox(found.shelf());
        const shelf = found.shelf();
        const stores = [await shelf.find(0), await shelf.find(1)].filter(
          (each) => each !== null,
        );
        assert.equal(stores.length, 1, `step ${step}, ${aftermath}`);
        assert.ok([fileBytes(small), fileBytes(medium)].includes(stores[0]?.size() ?? 0));
      }
    }
  });

  it("is what these tests make: without the older copy a torn save would lose data", async () => {
    const disk = await makeDisk();
    const { shelf } = parts(disk.shelf());
    const box = await Box.open(parts(shelf));
    await box.open("first");
    disk.cutAt = disk.steps + 2;
    assert.equal(await box.save("torn"), "refused");
    const found = disk.reboot("half");
    const store = await found.shelf().find(0);
    assert.ok(store !== null);
    // The copy that the save did not touch, made unreadable: now nothing opens.
    for (const copy of [0, 1])
      await store.write(32 + (2 + copy) * small, new Uint8Array(16));
    assert.equal((await look(found)).first, null);
  });
});
