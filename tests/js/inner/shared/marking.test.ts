/** Marking: the same hits whether letters fold evenly or not. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mark } from "../../../../static/inner/shared/marking.ts";

/** Hits in square brackets. */
const shown = (text: string, ...words: readonly string[]): string =>
  mark(text, words)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

describe("marking", () => {
  const cases: readonly [string, readonly string[], string][] = [
    ["Crème brûlée", ["creme", "lee"], "[Crème] brû[lée]"],
    ["aaa b", ["aa"], "[aaa] b"],
    ["ÀB ab", ["ab"], "[ÀB] [ab]"],
    ["one\ntwo", ["two"], "one\n[two]"],
    ["nothing", ["x"], "nothing"],
    ["", ["x"], ""],
  ];
  for (const [text, words, wanted] of cases) {
    it(`finds ${words.join(", ")} in ${JSON.stringify(text)}`, () =>
      assert.equal(shown(text, ...words), wanted));
  }

  it("gives the same beside letters that fold unevenly", () => {
    for (const [text, words, wanted] of cases) {
      // A family of several code points, and an accent of its own.
      assert.equal(shown(`${text} 👩‍👧 e\u0301`, ...words), `${wanted} 👩‍👧 e\u0301`);
    }
    assert.equal(shown("cafe\u0301", "cafe"), "[cafe\u0301]");
  });
});
