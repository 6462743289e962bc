/** The lists of everyday words: many, plain, and hard to mix up. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { foldEntry } from "../../../../static/cover/base/entry.ts";
import { makeWords } from "../../../../static/inner/secret/make.ts";
import { makeDraw } from "../../../../static/inner/secret/random.ts";
import { rateOwn } from "../../../../static/inner/secret/rate.ts";

const folder = new URL("../../../../content/words/", import.meta.url);
const read = (language: string) =>
  readFileSync(new URL(`items.${language}.txt`, folder), "utf8")
    .trim()
    .split("\n");

/** One letter more, fewer, other, or two neighbours swapped. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start])
    start += 1;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] &&
      one[start + 1] === other[start] &&
      rest(one, 2) === rest(other, 2))
  );
}

describe("telling near words", () => {
  it("finds each kind of slip", () => {
    for (const [one, other] of [
      ["pear", "peas"],
      ["pear", "pears"],
      ["fork", "frok"],
      ["cork", "cor"],
    ] as const) {
      assert.ok(isNear(one, other), `${one} ${other}`);
    }
    assert.ok(!isNear("bread", "board"));
  });
});

for (const language of ["en", "es"]) {
  const items = read(language);
  const folded = items.map(foldEntry);

  describe(`the words in ${language}`, () => {
    it("are at least 1,024 and all different, however they are typed", () => {
      assert.ok(new Set(folded).size >= 1_024, `${new Set(folded).size}`);
      assert.equal(new Set(folded).size, items.length);
    });

    it("are single plain words of 3 to 12 letters", () => {
      for (const word of folded) assert.match(word, /^[a-z]{3,12}$/);
    });

    it("hold no two that are one slip apart", () => {
      const near = folded.flatMap((one, index) =>
        folded
          .slice(index + 1)
          .filter((other) => isNear(one, other))
          .map((other) => [one, other]),
      );
      assert.deepEqual(near, []);
    });

    it("make secrets of at least 50 bits that the app itself would take", () => {
      const made = makeWords(items, makeDraw());
      assert.ok(made.bits >= 50, `${made.bits}`);
      assert.equal(rateOwn("list", foldEntry(made.secret), items).isAllowed, true);
    });
  });
}
