import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { find } from "../../../../static/inner/notebook/model/search.ts";
import { mark, type Piece } from "../../../../static/inner/shared/marking.ts";
import { page } from "./make.ts";

const pages = [
  page("Recipes", "[ ] Crème brûlée", "[x] Bread", ""),
  page("Büro", "paper\nink and BREAD"),
  page("Empty", ""),
];

const names = (query: string): readonly string[] =>
  find(pages, query).map((found) => found.page.name);

/** Hits in square brackets. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

describe("searching", () => {
  for (const [query, wanted] of [
    ["", []],
    ["   ", []],
    ["bread", ["Recipes", "Büro"]],
    ["buro", ["Büro"]],
    ["BRULEE", ["Recipes"]],
    ["brûlée", ["Recipes"]],
    ["bread ink", ["Büro"]],
    ["recipes bread", ["Recipes"]],
    ["breads", []],
    [".*", []],
  ] as const) {
    it(`finds ${wanted.length} for "${query}"`, () =>
      assert.deepEqual(names(query), wanted));
  }

  it("shows the paragraph with the most words, and the words in it", () => {
    const [first] = find(pages, "bread ink");
    assert.equal(shown(first?.line ?? []), "[ink] and [BREAD]");
  });

  it("marks the name", () => {
    assert.equal(shown(find(pages, "bur")[0]?.name ?? []), "[Bür]o");
  });

  it("shows no line when only the name has the words", () => {
    assert.deepEqual(find(pages, "empty")[0]?.line, []);
  });

  it("shortens a long paragraph around the hit", () => {
    const long = `${"a ".repeat(300)}needle ${"b ".repeat(300)}`;
    const line = shown(find([page("p", long)], "needle")[0]?.line ?? []);
    assert.match(line, /^…a .*\[needle\] b .*…$/);
    assert.ok(line.length < 120);
  });

  for (const [text, words, wanted] of [
    ["Ananas", ["ana"], "[Anana]s"],
    ["a\u0301b", ["ab"], "[a\u0301b]"],
    ["straße", ["str", "e"], "[str]aß[e]"],
    ["", ["a"], ""],
  ] as const) {
    it(`marks ${words.join(" and ")} in "${text}"`, () =>
      assert.equal(shown(mark(text, words)), wanted));
  }
});
