/** The palette: text and edges stand out enough, light and dark. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

const css = readFileSync(
  new URL("../../../../static/inner/css/base.css", import.meta.url),
  "utf8",
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [string, readonly string[], number][] = [
  ["ink", ["ground", "surface", "sunken", "calm", "call", "plan"], 4.5],
  ["soft", ["ground", "surface", "sunken"], 4.5],
  ["accent", ["ground", "surface", "sunken"], 4.5],
  ["on-accent", ["accent"], 4.5],
  ["on-grave", ["grave"], 4.5],
  ["calm-ink", ["calm", "surface"], 4.5],
  ["call-ink", ["call", "surface", "ground", "sunken"], 4.5],
  ["plan-ink", ["plan", "surface"], 4.5],
  ["edge", ["ground", "surface", "sunken"], 3],
];

describe("contrast", () => {
  it("is measured as the standard does", () => {
    assert.equal(contrast("#000000", "#ffffff"), 21);
    assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
  });

  const [light = "", dark = ""] = css.split("prefers-color-scheme: dark");
  for (const [scheme, text] of Object.entries({ light, dark })) {
    const colours = new Map(
      [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [
        match[1],
        match[2],
      ]),
    );
    for (const [front, backs, least] of pairs) {
      for (const back of backs) {
        it(`${scheme}: ${front} on ${back} is at least ${least}`, () => {
          const ratio = contrast(colours.get(front) ?? "", colours.get(back) ?? "");
          assert.ok(ratio >= least, ratio.toFixed(2));
        });
      }
    }
  }
});
