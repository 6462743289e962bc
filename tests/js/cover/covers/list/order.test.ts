import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { moveItem, stepItem } from "../../../../../static/cover/covers/list/order.ts";
import { itemOf, listOf, texts } from "./states.ts";

describe("moving an item", () => {
  const start = listOf("a", "b", "c", "d");
  const idOf = (text: string): number => itemOf(start, text).id;
  const steps: [string, number, string][] = [
    ["a", 1, "bacd"],
    ["a", 2, "bcad"],
    ["a", 99, "bcda"],
    ["d", -1, "abdc"],
    ["d", -99, "dabc"],
    ["b", -1, "bacd"],
    ["a", -1, "abcd"],
    ["d", 1, "abcd"],
  ];
  for (const [text, by, expected] of steps) {
    it(`by ${by} from ${text} gives ${expected}`, () => {
      assert.equal(texts(stepItem(start, idOf(text), by)).join(""), expected);
    });
  }

  it("puts it before another one, or last", () => {
    assert.equal(texts(moveItem(start, idOf("d"), idOf("b"))).join(""), "adbc");
    assert.equal(texts(moveItem(start, idOf("a"), null)).join(""), "bcda");
  });

  it("at the edge changes nothing at all", () => {
    assert.equal(stepItem(start, idOf("a"), -1), start);
    assert.equal(stepItem(start, 99, 1), start);
  });

  it("steps over done items, which are shown elsewhere", () => {
    const state = listOf("a", "xb", "c");
    const moved = stepItem(state, itemOf(state, "c").id, -1);
    assert.equal(texts(moved).join(""), "cab");
  });
});
