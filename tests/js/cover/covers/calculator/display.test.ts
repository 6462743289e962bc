/** What the lines of the display say. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readLines } from "../../../../../static/cover/covers/calculator/display.ts";
import { makeFormat } from "../../../../../static/cover/covers/calculator/format.ts";
import { plain, typeKeys } from "./type.ts";

function lines(keys: string): readonly string[] {
  const { sum, preview, answer } = readLines(
    typeKeys(keys),
    makeFormat("en"),
    (text) => text,
  );
  return [sum, preview, answer].map(plain);
}

describe("the display", () => {
  const rows: readonly (readonly [keys: string, ...lines: string[]])[] = [
    ["", "0", "", ""],
    ["12", "12", "", ""],
    ["-12", "−12", "", ""],
    ["12+", "12 +", "", ""],
    ["12+3", "12 + 3", "15", ""],
    ["12+3*", "12 + 3 ×", "15", ""],
    ["12+3*(", "12 + 3 × (", "15", ""],
    ["10%", "10%", "0.1", ""],
    ["5/0", "5 ÷ 0", "", ""],
    ["12+3=", "12 + 3", "", "15"],
    ["12+=", "", "", "12"],
    ["12+3+=", "12 + 3", "", "15"],
    ["12=", "", "", "12"],
    ["5/0=", "5 ÷ 0", "", "Can’t divide by zero"],
    [
      "9999999999*9999999999===========",
      "9.99999999E99 × 9,999,999,999",
      "",
      "Too large to show",
    ],
  ];
  for (const [keys, ...said] of rows) {
    it(`after ${keys || "nothing"} says ${said.filter(Boolean).join(", ")}`, () => {
      assert.deepEqual(lines(keys), said);
    });
  }

  it("says what the memory holds", () => {
    const memory = (keys: string): string =>
      readLines(typeKeys(keys), makeFormat("en"), (text) => text).memory;
    assert.equal(memory("1500p"), "M 1,500");
    assert.equal(memory("5"), "");
  });
});
