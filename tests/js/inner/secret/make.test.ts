/** Making secrets: right shape, fair draw, honest bits. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitSecret, showSecret } from "../../../../static/inner/secret/fit.ts";
import {
  KEY_COUNT,
  makeSecret,
  makeSum,
  makeWords,
  WORD_COUNT,
} from "../../../../static/inner/secret/make.ts";
import { makeDraw } from "../../../../static/inner/secret/random.ts";
import { guessSeconds, isSum } from "../../../../static/inner/secret/rate.ts";

const items = Array.from({ length: 1_024 }, (_, index) => `w${index.toString(36)}`);

/** A small seeded generator, so that a failure can be repeated. */
function seeded(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

describe("a made list", () => {
  it("has five different words", () => {
    for (let seed = 1; seed < 50; seed += 1) {
      const words = makeWords(items, seeded(seed)).secret.split(" ");
      assert.equal(words.length, WORD_COUNT);
      assert.equal(new Set(words).size, WORD_COUNT);
    }
  });

  it("counts its bits from the number of lists there are", () => {
    const { bits } = makeWords(["a", "b", "c", "d", "e"], seeded(1));
    assert.equal(Math.round(2 ** bits), 5 * 4 * 3 * 2);
  });
});

describe("a made sum", () => {
  it("has thirteen keys in short numbers that the calculator takes as they are", () => {
    for (let seed = 1; seed < 500; seed += 1) {
      const { secret } = makeSum(seeded(seed));
      assert.equal(secret.length, KEY_COUNT);
      assert.ok(isSum(secret), secret);
      assert.doesNotMatch(secret, /\d{6}/);
      assert.equal(fitSecret("calculator", secret), secret);
    }
  });

  it("can be each of the sums there are", () => {
    const first = new Set<string>();
    const shapes = new Set<string>();
    for (let round = 0; round < 3_000; round += 1) {
      const { secret } = makeSum(makeDraw());
      first.add(secret.charAt(0));
      shapes.add(secret.replace(/\d/g, "0").replace(/\D/g, "+"));
    }
    assert.equal(first.size, 9);
    assert.ok(shapes.size > 50, String(shapes.size));
  });

  it("counts its bits from the number of sums there are", () => {
    // Counted another way: choose where the operators stand, then fill the rest.
    let all = 0;
    for (let mask = 1; mask < 2 ** KEY_COUNT; mask += 1) {
      const marks = mask.toString(2).padStart(KEY_COUNT, "0");
      if (/^1|11|1$|000000/.test(marks)) continue;
      const operators = marks.replaceAll("0", "").length;
      all +=
        4 ** operators * 9 ** (operators + 1) * 10 ** (KEY_COUNT - 2 * operators - 1);
    }
    assert.equal(makeSum(seeded(7)).bits.toFixed(9), Math.log2(all).toFixed(9));
    // As strong as twelve keys pressed at random.
    assert.ok(guessSeconds(Math.log2(all)) > 479 * 365 * 86_400);
  });

  it("is what a calculator cover gets", () => {
    assert.ok(isSum(makeSecret("calculator", items, seeded(3)).secret));
    assert.ok(!isSum(makeSecret("list", items, seeded(3)).secret));
  });
});

describe("the draw", () => {
  it("throws away what would favour small numbers", () => {
    const words = [2 ** 32 - 1, 7];
    const draw = makeDraw({
      getRandomValues: (array) => {
        if (array instanceof Uint32Array) array[0] = words.shift() ?? 0;
        return array;
      },
    });
    // 2^32 - 1 lies beyond the last whole run of ten.
    assert.equal(draw(10), 7);
    assert.equal(words.length, 0);
  });

  it("refuses a limit that is none", () => {
    for (const limit of [0, -1, 1.5, Number.NaN, 2 ** 33]) {
      assert.throws(() => makeDraw()(limit), RangeError);
    }
  });

  it("gives every number about as often as the others", () => {
    const draw = makeDraw();
    const counts = new Array<number>(8).fill(0);
    for (let round = 0; round < 8_000; round += 1) {
      const value = draw(8);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    // Six standard deviations: a fair draw fails once in a hundred million runs.
    for (const count of counts)
      assert.ok(Math.abs(count - 1_000) < 180, counts.join(" "));
  });
});

describe("fitting to the cover", () => {
  const cases: ["list" | "calculator", string, string][] = [
    ["list", "  Bread  lamp Rope. ", "bread lamp rope"],
    ["list", "PAN Jamón Piñata", "pan jamon pinata"],
    ["calculator", "12 × 34 − 5 ÷ 6 =", "12*34-5/6"],
    ["calculator", "1,5+2", "1.5+2"],
  ];
  for (const [cover, typed, fitted] of cases) {
    it(`takes ${JSON.stringify(typed)} for ${JSON.stringify(fitted)} and only once`, () => {
      assert.equal(fitSecret(cover, typed), fitted);
      assert.equal(fitSecret(cover, fitted), fitted);
    });
  }

  it("shows a sum with the signs of the keys, and reads it back", () => {
    assert.equal(showSecret("calculator", "12*3-4/5+6"), "12 × 3 − 4 ÷ 5 + 6");
    assert.equal(
      fitSecret("calculator", showSecret("calculator", "12*3-4/5+6")),
      "12*3-4/5+6",
    );
  });
});
