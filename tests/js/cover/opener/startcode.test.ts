import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStartCode } from "../../../../static/cover/opener/startcode.ts";

/** A valid code: eight digits and the four that make it 1 modulo 9949. */
function makeCode(random: number): string {
  const base = random * 10_000;
  return String(base + ((9949 + 1 - (base % 9949)) % 9949));
}

const code = makeCode(38_412_207);

describe("a start code", () => {
  it("is read however it is spaced", () => {
    const [a, b, c] = [code.slice(0, 4), code.slice(4, 8), code.slice(8)];
    for (const typed of [code, `${a} ${b} ${c}`, `${a}-${b}-${c}`, ` ${a}.${b}.${c} `]) {
      assert.equal(readStartCode(typed), code);
    }
  });

  it("is refused after any single wrong digit", () => {
    for (let place = 0; place < 12; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = code.slice(0, place) + String(digit) + code.slice(place + 1);
        if (wrong !== code) assert.equal(readStartCode(wrong), null, wrong);
      }
    }
  });

  it("is refused after two neighbours change places", () => {
    for (let place = 0; place < 11; place++) {
      const [a, b] = [code.charAt(place), code.charAt(place + 1)];
      if (a === b) continue;
      assert.equal(
        readStartCode(code.slice(0, place) + b + a + code.slice(place + 2)),
        null,
      );
    }
  });

  it("passes by chance about once in ten thousand numbers", () => {
    let passed = 0;
    for (let k = 0; k < 100_000; k++) {
      if (readStartCode(String(100_000_000_000 + k * 7_654_321)) !== null) passed++;
    }
    assert.ok(passed > 0 && passed < 30, String(passed));
  });

  for (const text of [
    "milk",
    "",
    "12",
    `${code}0`,
    `0${code.slice(1)}`,
    `${code} eggs`,
    "١٢٣٤٥٦٧٨٩٠١٢",
  ]) {
    it(`is not read from ordinary typing: ${JSON.stringify(text)}`, () => {
      assert.equal(readStartCode(text), null);
    });
  }
});
