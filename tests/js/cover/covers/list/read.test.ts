import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as model from "../../../../../static/cover/covers/list/model.ts";
import { readKept, writeKept } from "../../../../../static/cover/covers/list/read.ts";
import { texts } from "./states.ts";

describe("reading kept data", () => {
  const unreadable: [string, string | null][] = [
    ["nothing", null],
    ["no JSON", "{"],
    ["empty text", ""],
    ["a number", "7"],
    ["null", "null"],
    ["an array", "[]"],
    ["no lists", "{}"],
    ["lists of the wrong kind", '{"lists":{"length":3}}'],
    ["an empty row of lists", '{"lists":[]}'],
    ["lists that are none", '{"lists":[1,null,"a",{"items":7},{"name":"no items"}]}'],
  ];
  for (const [what, data] of unreadable) {
    it(`gives the empty starter list for ${what}`, () => {
      const { lists } = readKept(data);
      assert.deepEqual(
        lists.map(({ name, items }) => [name, items.length]),
        [["", 0]],
      );
    });
  }

  it("gives back what was written", () => {
    const lists = [
      {
        name: "Shop",
        items: [
          ["Milk", 0],
          ["Eggs", 1],
        ],
      },
      { name: "", items: [] },
    ];
    const data = JSON.stringify({ current: 1, lists });
    assert.equal(writeKept(readKept(data)), data);
  });

  it("leaves out items that are none and keeps the others", () => {
    const items = [["a", 0], 7, null, [], [3, 0], ["", 0], [" b ", 1], ["c", "yes"]];
    const state = readKept(JSON.stringify({ lists: [{ name: 4, items }] }));
    assert.deepEqual(texts(state), ["a", "b", "c"]);
    assert.deepEqual(
      model.currentList(state).items.map(({ isDone }) => isDone),
      [false, true, false],
    );
  });

  it("shows the first list when the current one does not exist", () => {
    const lists = [
      { name: "One", items: [] },
      { name: "Two", items: [] },
    ];
    for (const current of [2, -1, 0.5, "length", null]) {
      const state = readKept(JSON.stringify({ current, lists }));
      assert.equal(model.currentList(state).name, "One");
    }
  });

  it("cuts what is too many or too long", () => {
    const items = Array.from({ length: model.maxItems + 1 }, () => ["y".repeat(600), 0]);
    const lists = Array.from({ length: model.maxLists + 1 }, () => ({
      name: "",
      items: [],
    }));
    const many = readKept(JSON.stringify({ lists: [{ name: "z".repeat(99), items }] }));
    assert.equal(model.currentList(many).items.length, model.maxItems);
    assert.equal(texts(many)[0]?.length, 500);
    assert.equal(model.currentList(many).name.length, 80);
    assert.equal(readKept(JSON.stringify({ lists })).lists.length, model.maxLists);
  });

  it("numbers from where it is told, so that older ids stay apart", () => {
    const state = readKept('{"lists":[{"name":"","items":[["a",0]]}]}', 40);
    assert.equal(model.currentList(state).id, 40);
    assert.equal(state.next, 42);
  });
});
