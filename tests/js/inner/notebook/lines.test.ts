import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  isTicked,
  placeLine,
  putBack,
  runsOf,
  tick,
  write,
} from "../../../../static/inner/notebook/model/lines.ts";
import { lines, texts } from "./make.ts";

describe("the lines of a page", () => {
  const page = lines("[ ] a", "[x] b", "text", "[x] c", "");

  it("change one text alone", () => {
    assert.deepEqual(texts(write(page, "2", "new")), [
      "[ ] a",
      "[x] b",
      "new",
      "[x] c",
      "",
    ]);
  });

  it("tick only the entries that are meant", () => {
    const next = tick(page, false, (id) => id !== "3");
    assert.deepEqual(texts(next), ["[ ] a", "[ ] b", "text", "[x] c", ""]);
  });

  for (const [name, id, to, wanted] of [
    ["down past a text", "1", 2, ["[ ] a", "text", "[x] b", "[x] c", ""]],
    ["up", "3", 0, ["[x] c", "[ ] a", "[x] b", "text", ""]],
    [
      "never below the text that ends the page",
      "0",
      9,
      ["[x] b", "text", "[x] c", "[ ] a", ""],
    ],
    ["never the text that ends the page", "4", 0, texts(page)],
    ["no line that is not there", "none", 0, texts(page)],
  ] as const) {
    it(`move ${name}`, () => assert.deepEqual(texts(placeLine(page, id, to)), wanted));
  }

  it("come back where they were, beside what was written meanwhile", () => {
    const gone = page.filter(isTicked);
    const left = write(
      page.filter((line) => !isTicked(line)),
      "2",
      "later",
    );
    assert.deepEqual(texts(putBack(left, page, gone)), [
      "[ ] a",
      "[x] b",
      "later",
      "[x] c",
      "",
    ]);
  });

  it("come back first when nothing above is left", () => {
    const gone = page.slice(0, 1);
    assert.deepEqual(texts(putBack(lines("", "", "", "", "end").slice(4), page, gone)), [
      "[ ] a",
      "end",
    ]);
  });

  it("do not come back twice", () => {
    assert.deepEqual(putBack(page, page, page.slice(0, 2)), page);
  });

  it("are drawn as texts and check lists", () => {
    const runs = runsOf(page).map((run) => [run.kind, run.start, run.lines.length]);
    assert.deepEqual(runs, [
      ["entry", 0, 2],
      ["text", 2, 1],
      ["entry", 3, 1],
      ["text", 4, 1],
    ]);
  });
});
