/** The text of a sum: what is reported on `=` and what is kept. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  canonical,
  isKey,
  readKeys,
  writeKeys,
} from "../../../../../static/cover/covers/calculator/keys.ts";
import { typeKeys } from "./type.ts";

describe("the canonical text of a sum", () => {
  const rows: readonly (readonly [typed: string, text: string])[] = [
    ["38*7+19-4.5", "38*7+19-4.5"],
    ["123456789012", "123456789012"],
    ["1000000.5+1", "1000000.5+1"],
    ["(2+3)*4", "(2+3)*4"],
    ["b2+3b*4", "(2+3)*4"],
    ["200+10%", "200+10%"],
    ["007+.5", "007+.5"],
    ["5.+3", "5.+3"],
    ["5+", "5+"],
    ["(2+3", "(2+3"],
    ["2(3)", "2(3)"],
    ["5*/3", "5/3"],
    ["12<3", "13"],
    ["5s", "-5"],
    ["8*5s", "8*-5"],
    ["8-5s", "8--5"],
    ["(3+4)s", "-(3+4)"],
    ["38*7=+19", "266+19"],
    ["2-5=*2", "-3*2"],
    ["2+3==", "5+3"],
    ["1/4p r 8*M", "8*0.25"],
    ["99999999999*99999999999=+1", "9999999999800000000001+1"],
    ["1/100000000=+1", "0.00000001+1"],
  ];
  for (const [typed, text] of rows) {
    it(`${typed} is ${text}`, () => assert.equal(canonical(typeKeys(typed).keys), text));
  }

  it("holds only ASCII digits, operators, brackets, point and percent", () => {
    for (const [, text] of rows) assert.match(text, /^[0-9+\-*/.()%]+$/);
  });

  it("comes back the same when it is typed again", () => {
    for (const [, text] of rows) {
      // Only the sign key can make a sign after + or -.
      if (text === "8--5") continue;
      assert.equal(canonical(typeKeys(text).keys), text);
    }
  });
});

describe("the kept text of a sum", () => {
  it("reads back as the same keys", () => {
    for (const typed of ["38*7+19-4.5", "1/3=*3", "2-5=s*(4%)", "1/9999999999==*2", ""]) {
      const { keys } = typeKeys(typed);
      assert.deepEqual(readKeys(writeKeys(keys)), keys);
    }
  });

  it("is refused when it is no sum", () => {
    for (const text of [
      "x",
      "1 + 2",
      "[",
      "[]",
      "[1",
      "[1e9999]",
      "1\n2",
      "١",
      "1".repeat(65),
    ]) {
      assert.equal(readKeys(text), null, text);
    }
  });

  it("has keys of one character, or a number in brackets", () => {
    for (const key of ["0", "9", ".", "%", "(", "[0.5]", "[-1.5e+30]"])
      assert.ok(isKey(key));
    for (const key of ["", "10", "=", "Enter", "[x]", "[1.]", "[.5]"])
      assert.ok(!isKey(key));
  });
});
