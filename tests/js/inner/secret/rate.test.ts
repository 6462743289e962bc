/** Rating what people make up: refusals by kind, and times that agree with what was measured. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  guessSeconds,
  rateOwn,
  type Refusal,
} from "../../../../static/inner/secret/rate.ts";

const YEAR = 365.25 * 86_400;
const items = ["bread", "lamp", "honey", "soap", "towel"];

const refused: [Refusal, "list" | "calculator", string][] = [
  ["short", "list", "bread"],
  ["short", "calculator", "12+34"],
  ["start", "list", "1234 5678 9013"],
  ["start", "list", "0049-170-1234567"],
  ["date", "list", "12.05.1990"],
  ["date", "list", "19900512"],
  ["date", "list", "12 may 1990"],
  ["date", "list", "may 12th 1990"],
  ["date", "list", "12 de mayo de 1990"],
  ["date", "calculator", "12-05-1990"],
  ["date", "calculator", "1990/5/12"],
  ["repeat", "list", "aaaaaaaa"],
  ["repeat", "list", "milk milk milk"],
  ["repeat", "list", "abcabcabc"],
  ["repeat", "calculator", "77+77+77"],
  ["run", "list", "abcdefghij"],
  ["run", "list", "qwertyuiop"],
  ["run", "list", "87654321x"],
  ["run", "calculator", "123+456+789"],
  ["run", "calculator", "147*258*369"],
  ["common", "list", "i love you"],
  ["common", "list", "p4ssword"],
  ["common", "list", "te quiero mucho"],
  ["common", "list", "bread milk eggs"],
  ["common", "list", "princess1"],
  ["common", "list", "milk, pan y huevos"],
  ["common", "list", "one two three four"],
  ["common", "list", "trustno1"],
  ["few", "list", "strawberries"],
  ["few", "list", "brown sugar"],
  ["sum", "calculator", "48291736501"],
  ["sum", "calculator", "48*(29+17)"],
  ["sum", "calculator", "4829173+"],
  ["sum", "calculator", "007*48291"],
];

describe("what is refused", () => {
  for (const [why, cover, secret] of refused) {
    it(`is ${why}: ${secret}`, () => {
      assert.deepEqual(rateOwn(cover, secret, items), { isAllowed: false, why });
    });
  }
});

describe("what is taken", () => {
  for (const secret of [
    "purple lantern eleven soup",
    "bread 2 lamp honey soap",
    "tía 38 gatos rojos",
  ]) {
    it(`on the list: ${secret}`, () => {
      assert.equal(rateOwn("list", secret, items).isAllowed, true);
    });
  }
  for (const secret of ["482*917+36-5", "9083.5/47-61"]) {
    it(`on the calculator: ${secret}`, () => {
      assert.equal(rateOwn("calculator", secret, items).isAllowed, true);
    });
  }
});

describe("the time to guess", () => {
  const measured: [string, number, number][] = [
    ["6 digits", 6 * Math.log2(10), 300],
    ["8 digits", 8 * Math.log2(10), 8.3 * 3_600],
    ["10 of 14 keys", 10 * Math.log2(14), 2.75 * YEAR],
    ["five words of 1,024", 50, 10_700 * YEAR],
  ];
  for (const [what, bits, seconds] of measured) {
    it(`agrees with the measured rate for ${what}`, () => {
      const ratio = guessSeconds(bits) / seconds;
      assert.ok(ratio > 0.95 && ratio < 1.05, String(ratio));
    });
  }

  const seconds = (secret: string) => {
    const rating = rateOwn("list", secret, items);
    assert.ok(rating.isAllowed);
    return rating.seconds;
  };

  it("never counts a made-up list as strong as a made one", () => {
    assert.ok(seconds("bread lamp honey soap towel") < guessSeconds(50));
  });

  it("grows with each different word and not with a repeated one", () => {
    assert.ok(seconds("bread lamp honey soap") > seconds("bread lamp honey"));
    assert.equal(seconds("bread lamp honey bread"), seconds("bread lamp honey"));
  });

  it("counts a word of any length as no more than one word", () => {
    assert.equal(
      seconds("bread lamp incomprehensible"),
      seconds("bread lamp unquestionably"),
    );
  });
});
