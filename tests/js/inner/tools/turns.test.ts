import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Turns } from "../../../../static/inner/tools/comfort/turns.ts";

/** A clock that goes on as far as is waited, and tells `each` of every moment. */
function clock(each: (now: number) => void = () => undefined) {
  let now = 0;
  return {
    now: () => now,
    wait: (ms: number) => {
      now += ms;
      each(now);
      return Promise.resolve();
    },
  };
}

/** Wait until everything that needs no clock has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("turns", () => {
  it("do one thing at a time, the newest first", async () => {
    const turns = new Turns(clock());
    const done: string[] = [];
    let atOnce = 0;
    const work = (name: string) => async () => {
      atOnce++;
      await Promise.resolve();
      assert.equal(atOnce--, 1);
      done.push(name);
    };
    for (const name of ["a", "b", "c"]) turns.add(work(name));
    await settled();
    assert.deepEqual(done, ["c", "b", "a"]);
  });

  it("wait while somebody scrolls, but not for ever", async () => {
    let at = 0;
    const time = clock((now) => {
      if (now < 300) turns.scrolled();
    });
    const turns = new Turns(time);
    turns.scrolled();
    turns.add(() => Promise.resolve((at = time.now())));
    await settled();
    assert.ok(at >= 400 && at < 500, String(at));

    const endless = clock(() => restless.scrolled());
    const restless = new Turns(endless);
    restless.scrolled();
    restless.add(() => Promise.resolve((at = endless.now())));
    await settled();
    assert.ok(at >= 500 && at < 600, String(at));
  });

  it("go on after what failed, and leave out what was taken back", async () => {
    const turns = new Turns(clock());
    const done: string[] = [];
    turns.add(() => Promise.resolve(done.push("first")));
    const takeBack = turns.add(() => Promise.resolve(done.push("taken back")));
    turns.add(() => Promise.reject(new Error("no picture")));
    takeBack();
    await settled();
    assert.deepEqual(done, ["first"]);
  });
});
