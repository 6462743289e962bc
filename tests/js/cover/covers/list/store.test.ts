import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { maxItems, tickItem } from "../../../../../static/cover/covers/list/model.ts";
import { type Store, makeStore } from "../../../../../static/cover/covers/list/store.ts";
import { itemOf, texts } from "./states.ts";

interface Bench {
  readonly store: Store;
  readonly saved: string[];
  readonly entries: string[];
  /** Answer the oldest open question. */
  readonly answer: (isTaken: boolean) => Promise<void>;
  readonly quietCount: () => number;
  /** How many entries had been handed over, each time that the list was drawn. */
  readonly handedOver: readonly number[];
}

/** A store whose entries wait until the test answers them. */
function makeBench(): Bench {
  const saved: string[] = [];
  const entries: string[] = [];
  const open: ((isTaken: boolean) => void)[] = [];
  const handedOver: number[] = [];
  let quietCount = 0;
  const entered = (text: string): Promise<boolean> => {
    entries.push(text);
    return new Promise((resolve) => open.push(resolve));
  };
  const context = { save: (data: string) => void saved.push(data), entered };
  const store = makeStore(
    context,
    () => void handedOver.push(entries.length),
    () => (quietCount += 1),
  );
  const answer = async (isTaken: boolean): Promise<void> => {
    open.shift()?.(isTaken);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, saved, entries, answer, quietCount: () => quietCount, handedOver };
}

const kept = '{"current":0,"lists":[{"name":"Shop","items":[["Milk",0]]}]}';

describe("the store", () => {
  it("shows an entry at once and saves it only when it was settled", async () => {
    const { store, saved, answer } = makeBench();
    store.show(kept);
    store.add(["Eggs"]);
    assert.deepEqual(texts(store.state()), ["Milk", "Eggs"]);
    assert.ok(!saved.join().includes("Eggs"));
    await answer(false);
    assert.ok(saved.at(-1)?.includes("Eggs"));
  });

  it("hands an entry over before it is drawn, so that judging waits for no drawing", () => {
    const { store, handedOver } = makeBench();
    store.show(kept);
    store.add(["Eggs"]);
    assert.deepEqual(handedOver, [0, 1]);
  });

  it("takes an entry away that was not meant for it, and never saves it", async () => {
    const { store, saved, answer, quietCount } = makeBench();
    store.show(kept);
    store.add(["not for the list"]);
    store.set(tickItem(store.state(), itemOf(store.state(), "Milk").id, true));
    await answer(true);
    assert.deepEqual(texts(store.state()), ["Milk"]);
    assert.equal(quietCount(), 1);
    assert.ok(saved.length > 0);
    assert.ok(!saved.join().includes("not for"));
  });

  it("puts back what an edit replaced when the edit was not meant for it", async () => {
    const { store, saved, entries, answer } = makeBench();
    store.show(kept);
    store.edit(itemOf(store.state(), "Milk").id, "not for the list");
    assert.deepEqual(entries, ["not for the list"]);
    await answer(true);
    assert.deepEqual(texts(store.state()), ["Milk"]);
    assert.ok(!saved.join().includes("not for"));
  });

  it("reports also an entry that finds no room", () => {
    const { store, entries } = makeBench();
    const full = Array.from({ length: maxItems }, (_, index) => [`item ${index}`, 0]);
    store.show(JSON.stringify({ lists: [{ name: "", items: full }] }));
    assert.equal(store.add(["does not fit"]), 0);
    assert.deepEqual(entries, ["does not fit"]);
  });

  it("saves several pasted lines at once and reports none of them", () => {
    const { store, saved, entries } = makeBench();
    const full = Array.from({ length: maxItems - 2 }, (_, index) => [`item ${index}`, 0]);
    store.show(JSON.stringify({ lists: [{ name: "", items: full }] }));
    assert.equal(store.add(["first fits", "second fits", "third does not"]), 2);
    assert.deepEqual(entries, []);
    assert.match(saved.at(-1) ?? "", /first fits.*second fits/);
  });

  it("does not report an edit that changes nothing", () => {
    const { store, entries } = makeBench();
    store.show(kept);
    store.edit(itemOf(store.state(), "Milk").id, "Milk");
    assert.deepEqual(entries, []);
  });

  it("saves nothing before kept data arrived, then keeps both", async () => {
    const { store, saved, answer } = makeBench();
    store.add(["Early"]);
    await answer(false);
    assert.equal(saved.length, 0);
    store.show(kept);
    assert.deepEqual(texts(store.state()), ["Milk", "Early"]);
    assert.match(saved.at(-1) ?? "", /Milk.*Early/);
  });

  it("does not save what it was just shown", () => {
    const { store, saved } = makeBench();
    store.show(kept);
    store.show(null);
    assert.deepEqual(saved, []);
  });

  it("settles an entry that waited while other data was shown", async () => {
    const { store, saved, answer } = makeBench();
    store.show(kept);
    store.add(["Waiting"]);
    store.show('{"lists":[{"name":"Other","items":[["Tea",0]]}]}');
    await answer(false);
    assert.deepEqual(texts(store.state()), ["Tea", "Waiting"]);
    assert.ok(saved.at(-1)?.includes("Waiting"));
  });
});
