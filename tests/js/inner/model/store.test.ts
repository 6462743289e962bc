/** The store: what is kept, when, and what it says about it. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SaveOutcome } from "../../../../static/cover/base/host.ts";
import { type Document, makeDocument } from "../../../../static/inner/model/document.ts";
import { readDocument } from "../../../../static/inner/model/reader.ts";
import { SAVE_DELAY_MS, Store } from "../../../../static/inner/model/store.ts";

/** A host whose saves end when the test says so, and a delay that the test runs out. */
function makeBench(hasSpace = true) {
  const saves: string[] = [];
  const ends: ((outcome: SaveOutcome | Error) => void)[] = [];
  const delays: { call: () => void; ms: number }[] = [];
  const host = {
    save(data: string): Promise<SaveOutcome> {
      saves.push(data);
      return new Promise((resolve, reject) =>
        ends.push((end) => (end instanceof Error ? reject(end) : resolve(end))),
      );
    },
  };
  const store = new Store(host, makeDocument(null), hasSpace, (call, ms) => {
    const entry = { call, ms };
    delays.push(entry);
    return () => delays.splice(delays.indexOf(entry), 1);
  });
  return { saves, ends, delays, store };
}

const withTools = (id: string) => (document: Document) => ({
  ...document,
  priorities: [...document.priorities, id],
});

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the store", () => {
  it("keeps many quick changes in one save, within 300 ms", async () => {
    const { store, saves, ends, delays } = makeBench();
    store.change(withTools("a"));
    store.change(withTools("b"));
    assert.equal(delays.length, 1);
    const most: number = SAVE_DELAY_MS;
    assert.ok(most <= 300);
    assert.equal(delays[0]?.ms, SAVE_DELAY_MS);
    assert.equal(saves.length, 0);
    assert.equal(store.keeping.value, "saving");
    delays[0].call();
    ends[0]?.("saved");
    await settle();
    assert.deepEqual(readDocument(saves[0] ?? null).priorities, ["a", "b"]);
    assert.equal(store.keeping.value, "kept");
    assert.equal(saves.length, 1);
  });

  it("saves again what was changed during a save", async () => {
    const { store, saves, ends } = makeBench();
    store.change(withTools("a"));
    const flushed = store.flush();
    store.change(withTools("b"));
    ends[0]?.("saved");
    await settle();
    assert.equal(saves.length, 2);
    assert.equal(store.keeping.value, "saving");
    ends[1]?.("saved");
    await flushed;
    assert.deepEqual(readDocument(saves[1] ?? null).priorities, ["a", "b"]);
    assert.equal(store.keeping.value, "kept");
  });

  it("hands over the newest text on the way out until it is on the disk", async () => {
    const { store, ends } = makeBench();
    assert.equal(store.last(), null);
    store.change(withTools("a"));
    assert.deepEqual(readDocument(store.last()).priorities, ["a"]);
    const flushed = store.flush();
    assert.notEqual(store.last(), null);
    ends[0]?.("saved");
    await flushed;
    assert.equal(store.last(), null);
  });

  for (const outcome of ["full", "refused"] as const) {
    it(`says when the answer is ${outcome}, keeps the text and tries again`, async () => {
      const { store, ends, saves } = makeBench();
      store.change(withTools("a"));
      const flushed = store.flush();
      ends[0]?.(outcome);
      await flushed;
      assert.equal(store.keeping.value, outcome);
      assert.notEqual(store.last(), null);
      const again = store.flush();
      ends[1]?.("saved");
      await again;
      assert.equal(saves.length, 2);
      assert.equal(store.keeping.value, "kept");
    });
  }

  it("takes a save that throws for a refusal", async () => {
    const { store, ends } = makeBench();
    store.change(withTools("a"));
    const flushed = store.flush();
    ends[0]?.(new Error("gone"));
    await flushed;
    assert.equal(store.keeping.value, "refused");
  });

  it("keeps nothing before there is a space, and everything from then on", async () => {
    const { store, saves, ends, delays } = makeBench(false);
    assert.equal(store.keeping.value, "unkept");
    store.change(withTools("a"));
    await store.flush();
    assert.equal(delays.length, 0);
    assert.equal(saves.length, 0);
    assert.equal(store.last(), null);
    const made = store.document.value;
    store.spaceMade(made);
    assert.equal(store.keeping.value, "kept");
    store.change(withTools("b"));
    const flushed = store.flush();
    ends[0]?.("saved");
    await flushed;
    assert.deepEqual(readDocument(saves[0] ?? null).priorities, ["a", "b"]);
  });

  it("saves what was typed while the space was being made", () => {
    const { store, saves } = makeBench(false);
    const made = store.document.value;
    store.change(withTools("late"));
    store.spaceMade(made);
    assert.deepEqual(readDocument(saves[0] ?? null).priorities, ["late"]);
  });

  it("does not save an edit that changes nothing", () => {
    const { store, delays } = makeBench();
    store.change((document) => document);
    assert.equal(delays.length, 0);
    assert.equal(store.keeping.value, "kept");
  });
});
