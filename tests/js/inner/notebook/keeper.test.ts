import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SaveOutcome } from "../../../../static/cover/base/host.ts";
import { Keeper, WAIT_MS } from "../../../../static/inner/notebook/model/keeper.ts";
import type { Notebook } from "../../../../static/inner/notebook/model/notebook.ts";
import { putPage } from "../../../../static/inner/notebook/model/pages.ts";
import { page } from "./make.ts";

const blank: Notebook = { version: 1, pages: [] };

/** A keeper over a host that answers when told to, and whose waiting ends when told to. */
function setUp() {
  const saved: string[] = [];
  const answers: ((outcome: SaveOutcome | Error) => void)[] = [];
  const waiting: (() => void)[] = [];
  const host = {
    save: (data: string) => {
      saved.push(data);
      return new Promise<SaveOutcome>((resolve, reject) => {
        answers.push((outcome) =>
          outcome instanceof Error ? reject(outcome) : resolve(outcome),
        );
      });
    },
  };
  const keeper = new Keeper(host, blank, (work, ms) => {
    assert.equal(ms, WAIT_MS);
    waiting.push(work);
  });
  return {
    keeper,
    saved,
    add: (id: string) => keeper.change(putPage(page(id), keeper.notebook.pages.length)),
    wait: () => waiting.shift()?.(),
    answer: async (outcome: SaveOutcome | Error) => {
      answers.shift()?.(outcome);
      await new Promise(setImmediate);
    },
  };
}

const ids = (data: string | null | undefined): string =>
  (JSON.parse(data ?? "null") as Notebook).pages.map(({ id }) => id).join("");

describe("keeping the notebook", () => {
  it("waits no longer than 300 ms", () => {
    const ms: number = WAIT_MS;
    assert.ok(ms <= 300);
  });

  it("saves nothing before something changes", () => {
    const { keeper, saved, wait } = setUp();
    keeper.change((now) => now);
    wait();
    assert.equal(saved.length, 0);
    assert.equal(keeper.last(), null);
  });

  it("saves several quick changes once", () => {
    const { saved, add, wait } = setUp();
    add("a");
    add("b");
    wait();
    wait();
    assert.deepEqual(saved.map(ids), ["ab"]);
  });

  it("hands over what is not on the disk yet, until it is", async () => {
    const { keeper, add, wait, answer } = setUp();
    add("a");
    assert.equal(ids(keeper.last()), "a");
    wait();
    assert.equal(ids(keeper.last()), "a");
    await answer("saved");
    assert.equal(keeper.last(), null);
  });

  it("saves again what was typed during a save, one save at a time", async () => {
    const { keeper, saved, add, wait, answer } = setUp();
    add("a");
    wait();
    add("b");
    wait();
    assert.equal(saved.length, 1);
    await answer("saved");
    assert.equal(ids(keeper.last()), "ab");
    wait();
    assert.deepEqual(saved.map(ids), ["a", "ab"]);
  });

  for (const [fault, wanted] of [
    ["full", "full"],
    ["refused", "refused"],
    [new Error("gone"), "refused"],
  ] as const) {
    it(`says "${wanted}", keeps the change, and saves it when asked again`, async () => {
      const { keeper, saved, add, wait, answer } = setUp();
      let told = 0;
      keeper.watch(() => {
        told += 1;
      });
      add("a");
      wait();
      await answer(fault);
      assert.equal(keeper.outcome, wanted);
      assert.equal(ids(keeper.last()), "a");
      assert.equal(told, 2);
      keeper.saveSoon();
      wait();
      await answer("saved");
      assert.deepEqual(saved.map(ids), ["a", "a"]);
      assert.equal(keeper.outcome, "saved");
      assert.equal(keeper.last(), null);
    });
  }
});
