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
  it("saves only the newest of several quick changes", (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { box, calls } = recordingBox();
    const keeping = makeKeeping(box);
    for (const data of ["a", "b", "c"]) keeping.save(data);
    t.mock.timers.tick(200);
    assert.deepEqual(calls, ["save c"]);
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
