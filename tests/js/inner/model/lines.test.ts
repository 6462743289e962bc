import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  inserted,
  moved,
  replaced,
  without,
} from "../../../../static/inner/model/lines.ts";

const lines = ["a", "b", "c"].map((id) => ({ id, text: id }));
const ids = (all: readonly { id: string }[]): string => all.map(({ id }) => id).join("");

describe("lines", () => {
  for (const [id, by, after] of [
    ["a", 1, "bac"],
    ["a", -1, "abc"],
    ["c", -1, "acb"],
    ["c", 1, "abc"],
    ["a", 9, "bca"],
    ["x", 1, "abc"],
  ] as const) {
    it(`move ${id} by ${by} to ${after}`, () => {
      assert.equal(ids(moved(lines, id, by)), after);
    });
  }

  it("come back to their place after being taken out", () => {
    const [, b] = lines;
    assert.ok(b);
    assert.equal(ids(inserted(without(lines, "b"), b, 1)), "abc");
    assert.equal(ids(inserted(without(lines, "b"), b, 99)), "acb");
    assert.equal(ids(inserted(without(lines, "b"), b, -1)), "bac");
  });

  it("do not come back twice when undo is touched twice", () => {
    const [, b] = lines;
    assert.ok(b);
    assert.equal(ids(inserted(lines, b, 0)), "abc");
  });

  it("are replaced by id, in place", () => {
    assert.deepEqual(replaced(lines, { id: "b", text: "new" })[1], {
      id: "b",
      text: "new",
    });
    assert.equal(ids(replaced(lines, { id: "x", text: "new" })), "abc");
  });
});
