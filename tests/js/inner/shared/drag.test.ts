import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { aside, placeAt } from "../../../../static/inner/shared/drag.ts";

describe("dragging a row", () => {
  const middles = [10, 30, 50, 70];

  for (const [from, middle, wanted] of [
    [0, 10, 0],
    [0, 29, 0],
    [0, 31, 1],
    [0, 500, 3],
    [3, 51, 3],
    [3, 49, 2],
    [3, -20, 0],
    [1, 30, 1],
  ] as const) {
    it(`places row ${from} with its middle at ${middle} at ${wanted}`, () =>
      assert.equal(placeAt(middles, from, middle), wanted));
  }

  it("moves the rows between aside, and only those", () => {
    const shifts = (from: number, to: number) =>
      middles.map((_, at) => aside(at, from, to, 20));
    assert.deepEqual(shifts(0, 2), [0, -20, -20, 0]);
    assert.deepEqual(shifts(3, 1), [0, 20, 20, 0]);
    assert.deepEqual(shifts(1, 1), [0, 0, 0, 0]);
  });
});
