import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BoxClient } from "../../../../static/cover/box/messages.ts";
import { makeKeeping } from "../../../../static/cover/main/keeping.ts";

/** A box that records the order of what reaches it. */
function recordingBox(): { box: BoxClient; calls: string[] } {
  const calls: string[] = [];
  const box = {
    saveCover: (data: string) => {
      calls.push(`save ${data}`);
      return Promise.resolve("saved" as const);
    },
    letGo: () => {
      calls.push("let go");
      return Promise.resolve();
    },
  };
  return { box: box as unknown as BoxClient, calls };
}

describe("keeping the cover's data", () => {
  it("saves the first change at once, then only the newest of several quick ones", (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { box, calls } = recordingBox();
    const keeping = makeKeeping(box);
    keeping.save("a");
    assert.deepEqual(calls, ["save a"]);
    for (const data of ["b", "c", "d"]) keeping.save(data);
    assert.deepEqual(calls, ["save a"]);
    t.mock.timers.tick(200);
    assert.deepEqual(calls, ["save a", "save d"]);
    t.mock.timers.tick(1_000);
    keeping.save("e");
    assert.deepEqual(calls, ["save a", "save d", "save e"]);
  });

  it("tries refused data again with the next change, not by itself", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { box, calls } = recordingBox();
    box.saveCover = (data) => {
      calls.push(`refuse ${data}`);
      return Promise.resolve("refused" as const);
    };
    const keeping = makeKeeping(box);
    keeping.save("a");
    await Promise.resolve();
    t.mock.timers.tick(10_000);
    assert.deepEqual(calls, ["refuse a"]);
    keeping.save("b");
    assert.deepEqual(calls, ["refuse a", "refuse b"]);
  });

  it("saves what is waiting before it lets the box go", async () => {
    const { box, calls } = recordingBox();
    const keeping = makeKeeping(box);
    keeping.save("a");
    await keeping.letGo(() => true);
    assert.deepEqual(calls, ["save a", "let go"]);
  });

  it("waits for an entry that is still being judged, and saves what follows from it", async () => {
    const { box, calls } = recordingBox();
    const keeping = makeKeeping(box);
    let decide: (isOpened: boolean) => void = () => undefined;
    const verdict = keeping.during(new Promise<boolean>((resolve) => (decide = resolve)));
    void verdict.then(() => keeping.save("with entry"));
    const gone = keeping.letGo(() => true);
    assert.deepEqual(calls, []);
    decide(false);
    await gone;
    assert.deepEqual(calls, ["save with entry", "let go"]);
  });

  it("says whether all is kept: not while a save is under way, nor when it was refused", async () => {
    const { box } = recordingBox();
    let answer: (outcome: "saved" | "refused") => void = () => undefined;
    box.saveCover = () => new Promise((resolve) => (answer = resolve));
    const keeping = makeKeeping(box);
    assert.equal(keeping.isAllKept(), true);
    keeping.save("a");
    assert.equal(keeping.isAllKept(), false);
    answer("refused");
    await Promise.resolve();
    assert.equal(keeping.isAllKept(), false);
    await keeping.letGo(() => false);
    answer("saved");
    await Promise.resolve();
    assert.equal(keeping.isAllKept(), true);
  });

  it("keeps the box when the page came back in the meantime", async () => {
    const { box, calls } = recordingBox();
    const keeping = makeKeeping(box);
    keeping.save("a");
    await keeping.letGo(() => false);
    assert.deepEqual(calls, ["save a"]);
  });

  it("neither shows nor saves again what came from the box", async () => {
    const { box, calls } = recordingBox();
    const keeping = makeKeeping(box);
    assert.equal(keeping.isNews("a"), true);
    assert.equal(keeping.isNews("a"), false);
    keeping.save("a");
    await keeping.letGo(() => true);
    assert.deepEqual(calls, ["let go"]);
  });
});
