/** Results against exact whole-number arithmetic, and the percent table of the doc comment. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import Big from "big.js";
import { evaluate } from "../../../../../static/cover/covers/calculator/evaluate.ts";
import { readKeys } from "../../../../../static/cover/covers/calculator/keys.ts";

/** A decimal as `units / 10^places`, and the text that says it. */
interface Exact {
  readonly units: bigint;
  readonly places: number;
  readonly text: string;
}

/** Small repeatable random numbers (mulberry32). */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function randomNumber(random: (below: number) => number): Exact {
  const digits = Array.from({ length: 1 + random(6) }, () => random(10)).join("");
  const places = random(digits.length);
  const whole = digits.slice(0, digits.length - places);
  return {
    units: BigInt(digits),
    places,
    text: places ? `${whole}.${digits.slice(-places)}` : whole,
  };
}

function randomSum(random: (below: number) => number, depth: number): Exact {
  if (depth === 0) return randomNumber(random);
  const left = randomSum(random, depth - 1);
  const right = randomSum(random, random(depth));
  const places = Math.max(left.places, right.places);
  const [a, b] = [left, right].map(
    (each) => each.units * 10n ** BigInt(places - each.places),
  );
  assert.ok(a !== undefined && b !== undefined);
  const kind = random(3);
  if (kind === 0) return { units: a + b, places, text: `(${left.text}+${right.text})` };
  if (kind === 1) return { units: a - b, places, text: `(${left.text}-${right.text})` };
  return {
    units: left.units * right.units,
    places: left.places + right.places,
    text: `(${left.text}*${right.text})`,
  };
}

function work(text: string): Big {
  const keys = readKeys(text);
  assert.ok(keys, text);
  const result = evaluate(keys);
  assert.ok(result instanceof Big, text);
  return result;
}

describe("evaluating", () => {
  it("is exact for + - * with brackets", () => {
    const random = makeRandom(1);
    let tried = 0;
    while (tried < 500) {
      const { units, places, text } = randomSum(random, 3);
      if (text.length > 64) continue;
      tried += 1;
      const expected = new Big(units.toString()).times(`1e-${places}`);
      assert.equal(work(text).toFixed(), expected.toFixed(), text);
    }
  });

  it("does * before + and - in long rows", () => {
    const random = makeRandom(2);
    for (let round = 0; round < 500; round += 1) {
      const numbers = Array.from({ length: 8 }, () => BigInt(random(1000)));
      let text = String(numbers[0]);
      let [total, product] = [0n, numbers[0] ?? 0n];
      for (const next of numbers.slice(1)) {
        const operator = ["+", "-", "*"][random(3)] ?? "+";
        text += `${operator}${next}`;
        if (operator === "*") product *= next;
        else [total, product] = [total + product, operator === "+" ? next : -next];
      }
      assert.equal(work(text).toFixed(), String(total + product), text);
    }
  });

  it("divides to 40 digits, however large or small the quotient", () => {
    const random = makeRandom(3);
    for (let round = 0; round < 300; round += 1) {
      const top = BigInt(1 + random(1e9)) * 10n ** BigInt(random(20));
      const bottom = BigInt(1 + random(1e9)) * 10n ** BigInt(random(20));
      const difference = work(`${top}/${bottom}`)
        .times(bottom.toString())
        .minus(top.toString());
      const allowed = new Big(top.toString()).times("1e-38");
      assert.ok(difference.abs().lte(allowed), `${top}/${bottom}`);
    }
  });

  it("gives back what was divided and multiplied again", () => {
    for (let divisor = 1; divisor < 100; divisor += 1) {
      assert.equal(work(`7/${divisor}*${divisor}`).toFixed(), "7");
      assert.equal(work(`(1/${divisor}+1)*${divisor}-${divisor}`).toFixed(), "1");
    }
  });

  it("ends on any row of keys, sensible or not", () => {
    const random = makeRandom(4);
    const keys = "0123456789.+-*/()%";
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from(
        { length: random(65) },
        () => keys[random(keys.length)],
      ).join("");
      const read = readKeys(text);
      if (read === null) assert.match(text, /\.\d*\./);
      else evaluate(read);
    }
  });

  it("does percent as its doc comment says", () => {
    const url = new URL(
      "../../../../../static/cover/covers/calculator/evaluate.ts",
      import.meta.url,
    );
    const rows = [
      ...readFileSync(url, "utf8").matchAll(/^ \* \| `([^`]+)` *\| ([\d.]+) /gm),
    ];
    assert.equal(rows.length, 9);
    for (const [, sum, result] of rows)
      assert.equal(work(sum ?? "").toFixed(), result, sum);
  });
});
