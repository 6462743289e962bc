import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as model from "../../../../../static/cover/covers/list/model.ts";
import {
  carry,
  forget,
  settle,
  undo,
} from "../../../../../static/cover/covers/list/undo.ts";
import { writeKept } from "../../../../../static/cover/covers/list/read.ts";
import { itemOf, listOf, texts } from "./states.ts";

describe("undo", () => {
  it("puts a deleted item back in its place", () => {
    const state = listOf("a", "b", "c");
    const removed = model.removeItem(state, itemOf(state, "b").id);
    assert.deepEqual(texts(removed), ["a", "c"]);
    assert.deepEqual(texts(undo(removed)), ["a", "b", "c"]);
  });

  it("puts all cleared items back, and keeps what was added meanwhile", () => {
    const cleared = model.clearDone(listOf("xa", "b", "xc"));
    assert.deepEqual(texts(cleared), ["b"]);
    const state = undo(model.addItems(cleared, ["d"]));
    assert.deepEqual(texts(state), ["a", "b", "c", "d"]);
  });

  it("brings a deleted list back to the screen", () => {
    const state = model.removeList(model.addList(listOf("a"), "Two"));
    assert.equal(model.currentList(undo(state)).name, "Two");
  });

  it("brings the only list back without its stand-in", () => {
    const state = undo(model.removeList(listOf("a")));
    assert.deepEqual(
      state.lists.map(({ name }) => name),
      ["Shop"],
    );
  });

  it("does nothing once forgotten", () => {
    const state = forget(model.removeList(model.addList(listOf("a"), "Two")));
    assert.equal(undo(state), state);
  });

  it("does nothing when there was nothing to clear", () => {
    const state = listOf("a");
    assert.equal(model.clearDone(state), state);
  });
});

describe("an entry", () => {
  const added = model.addItems(listOf("a"), ["entry"]);
  const { id } = itemOf(added, "entry");
  const a = itemOf(added, "a").id;

  it("is kept only after it was settled", () => {
    assert.ok(!writeKept(added).includes("entry"));
    assert.ok(writeKept(settle(added, id, "entry", false)).includes("entry"));
  });

  it("that was taken leaves no item behind", () => {
    assert.deepEqual(texts(settle(added, id, "entry", true)), ["a"]);
  });

  it("that was taken cannot be put back by undo", () => {
    const state = settle(model.removeItem(added, id), id, "entry", true);
    assert.equal(state.removed, null);
    assert.ok(!JSON.stringify(state).includes("entry"));
  });

  it("that was taken leaves a deleted list as well", () => {
    const state = undo(settle(model.removeList(added), id, "entry", true));
    assert.deepEqual(texts(state), ["a"]);
  });

  it("that was an edit puts back the text before it when taken", () => {
    const edited = model.editItem(added, a, "entry two");
    assert.ok(!writeKept(edited).includes("entry two"));
    assert.deepEqual(texts(settle(edited, a, "entry two", true)), ["a", "entry"]);
  });

  it("is settled also after it was moved to another list's shade", () => {
    const state = settle(model.addList(added, "Two"), id, "entry", true);
    assert.ok(!JSON.stringify(state).includes("entry"));
  });

  it("answered late does not undo a newer edit", () => {
    const twice = model.editItem(model.editItem(added, a, "first"), a, "second");
    const state = settle(twice, a, "first", false);
    assert.equal(itemOf(state, "second").settled, "first");
    assert.deepEqual(texts(settle(state, a, "second", true)), ["first", "entry"]);
    const quick = settle(twice, a, "second", false);
    assert.equal(itemOf(settle(quick, a, "first", false), "second").settled, "second");
  });
});

describe("what was typed before kept data arrived", () => {
  it("is carried over into it", () => {
    const early = model.addItems(model.starter(), ["early"]);
    const kept = { ...listOf("a"), next: 9 };
    assert.deepEqual(texts(carry(kept, early, true)), ["a", "early"]);
  });

  it("is carried over later only while it is unsettled", () => {
    const state = model.addItems(listOf("old"), ["waiting"]);
    assert.deepEqual(texts(carry(listOf("a"), state, false)), ["a", "waiting"]);
  });
});
