import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as model from "../../../../../static/cover/covers/list/model.ts";
import { itemOf, listOf, texts } from "./states.ts";

describe("items", () => {
  it("are added at the end, unsettled and not done", () => {
    const state = model.addItems(listOf("a"), ["b", "c"]);
    assert.deepEqual(texts(state), ["a", "b", "c"]);
    assert.equal(itemOf(state, "c").settled, null);
    assert.equal(itemOf(state, "c").isDone, false);
  });

  it("get ids that no other item or list has", () => {
    const state = model.addList(model.addItems(listOf("a"), ["b"]), "Two");
    const ids = state.lists.flatMap(({ id, items }) => [
      id,
      ...items.map((item) => item.id),
    ]);
    assert.equal(new Set(ids).size, 4);
  });

  it("stop at the most a list can hold", () => {
    const many = Array.from(
      { length: model.maxItems + 5 },
      (_, index) => `item ${index}`,
    );
    const state = model.addItems(listOf("a"), many);
    assert.equal(model.currentList(state).items.length, model.maxItems);
    assert.equal(model.addItems(state, ["one more"]).next, state.next);
  });

  it("show edited text while the settled text stays", () => {
    const state = listOf("a");
    const item = itemOf(model.editItem(state, itemOf(state, "a").id, "b"), "b");
    assert.equal(item.settled, "a");
  });

  it("go back to their place when unticked", () => {
    const state = listOf("a", "b", "c");
    const { id } = itemOf(state, "a");
    const ticked = model.tickItem(state, id, true);
    const left = model.group(model.currentList(ticked), false);
    assert.deepEqual(
      left.map(({ text }) => text),
      ["b", "c"],
    );
    assert.deepEqual(texts(model.tickItem(ticked, id, false)), ["a", "b", "c"]);
  });

  it("keep their identity when another one changes, so that only one row is drawn anew", () => {
    const state = listOf("a", "b");
    const ticked = model.tickItem(state, itemOf(state, "a").id, true);
    assert.equal(itemOf(ticked, "b"), itemOf(state, "b"));
    assert.notEqual(itemOf(ticked, "a"), itemOf(state, "a"));
  });
});

describe("lists", () => {
  it("are shown when made, and stop at the most there can be", () => {
    let state = listOf("a");
    for (let count = 1; count < model.maxLists; count += 1)
      state = model.addList(state, "More");
    assert.equal(state.lists.length, model.maxLists);
    assert.deepEqual(texts(state), []);
    assert.equal(model.addList(state, "Too many"), state);
  });

  it("are renamed one at a time", () => {
    const state = model.renameList(model.addList(listOf("a"), "Two"), "Deux");
    assert.deepEqual(
      state.lists.map(({ name }) => name),
      ["Shop", "Deux"],
    );
  });

  it("are not switched to when they do not exist", () => {
    const state = listOf("a");
    assert.equal(model.switchList(state, 99), state);
  });

  it("leave their neighbour on the screen when deleted", () => {
    const state = model.removeList(model.addList(listOf("a"), "Two"));
    assert.equal(model.currentList(state).name, "Shop");
  });

  it("leave an empty starter list when the last one is deleted", () => {
    const state = model.removeList(listOf("a"));
    assert.equal(state.lists.length, 1);
    assert.equal(model.currentList(state).name, "");
    assert.deepEqual(texts(state), []);
  });
});
