/** Numbers and sums as they are shown, by language. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Big from "big.js";
import { makeFormat } from "../../../../../static/cover/covers/calculator/format.ts";
import { plain, typeKeys } from "./type.ts";

const [english, spanish, arabic] = [
  makeFormat("en"),
  makeFormat("es"),
  makeFormat("ar-EG"),
];

describe("numbers as typed", () => {
  it("are grouped and keep every digit", () => {
    assert.equal(english.typed("1234567.8900"), "1,234,567.8900");
    assert.equal(english.typed("5."), "5.");
    assert.equal(english.typed(".5"), "0.5");
    assert.equal(english.typed("9".repeat(24)), Array(8).fill("999").join(","));
  });

  it("follow the language", () => {
    assert.equal(spanish.typed("1234567.89"), "1.234.567,89");
    assert.equal(spanish.typed("1234"), "1234");
    assert.equal(spanish.mark, ",");
    assert.equal(arabic.typed("1204.5"), "١٬٢٠٤٫٥");
  });
});

describe("results", () => {
  const rows: readonly (readonly [value: string, text: string])[] = [
    ["0", "0"],
    ["-0", "0"],
    ["-1234.5", "−1,234.5"],
    ["123456789012345678", "123,456,789,012,345,678"],
    ["1234567890123456789", "1.23456789012E18"],
    ["123456789012345678.9", "123,456,789,012,345,679"],
    ["999999999999999999.9", "1E18"],
    ["0.12345678901234567", "0.12345678901234567"],
    ["0.123456789012345678901", "0.123456789012"],
    ["0.9999999999999999999999", "1"],
    ["0.000001", "0.000001"],
    ["0.0000012345678901234567", "0.00000123456789012"],
    ["0.00000012345678901234567", "1.23456789012E−7"],
    ["1e-50", "1E−50"],
    ["-2.5e60", "−2.5E60"],
  ];
  for (const [value, text] of rows) {
    it(`${value} is shown as ${text}`, () =>
      assert.equal(english.result(new Big(value)), text));
  }

  it("follow the language", () => {
    assert.equal(spanish.result(new Big("1234567.5")), "1.234.567,5");
    assert.equal(spanish.result(new Big("1.5e30")), "1,5E30");
  });
});

describe("sums", () => {
  it("stand with signs, spaces and the language's numbers", () => {
    const { keys } = typeKeys("12345.5*-2+(3-4%)/5(6");
    assert.equal(plain(english.sum(keys)), "12,345.5 × −2 + (3 − 4%) ÷ 5 × (6");
    assert.equal(plain(spanish.sum(keys)), "12.345,5 × −2 + (3 − 4%) ÷ 5 × (6");
  });

  it("round the numbers that were put in whole", () => {
    assert.equal(plain(english.sum(typeKeys("1/3=*3").keys)), "0.333333333333 × 3");
  });
});
