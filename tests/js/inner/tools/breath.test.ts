import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BreathPattern } from "../../../../static/inner/model/content.ts";
import {
  keepPlace,
  momentAt,
  PACES,
  USUAL_PACE,
} from "../../../../static/inner/tools/breath.ts";

const long: BreathPattern = {
  id: "long",
  name: "",
  about: "",
  phases: [
    { kind: "in", seconds: 3 },
    { kind: "out", seconds: 5 },
  ],
};
const box: BreathPattern = {
  ...long,
  phases: [
    { kind: "in", seconds: 4 },
    { kind: "hold", seconds: 4 },
    { kind: "out", seconds: 4 },
    { kind: "rest", seconds: 4 },
  ],
};

describe("the breathing clock", () => {
  const table = [
    // pattern, pace, elapsed ms, kind, turn, beat of beats
    [long, 1, 0, "in", 0, "1/3"],
    [long, 1, 2999, "in", 0, "3/3"],
    [long, 1, 3000, "out", 1, "1/5"],
    [long, 1, 7999, "out", 1, "5/5"],
    [long, 1, 8000, "in", 2, "1/3"],
    [long, 1.5, 4499, "in", 0, "3/3"],
    [long, 1.5, 4500, "out", 1, "1/5"],
    [box, 1, 4000, "hold", 1, "1/4"],
    [box, 1, 8000, "out", 2, "1/4"],
    [box, 1, 15_999, "rest", 3, "4/4"],
    [box, 1, 160_000, "in", 40, "1/4"],
  ] as const;
  for (const [pattern, pace, elapsed, kind, turn, beat] of table) {
    it(`says ${kind} ${beat} at ${elapsed} ms at pace ${pace}`, () => {
      const moment = momentAt(pattern, pace, elapsed);
      assert.equal(moment.kind, kind);
      assert.equal(moment.turn, turn);
      assert.equal(`${moment.beat}/${moment.beats}`, beat);
    });
  }

  it("fills while breathing in, stays while holding, and empties while breathing out", () => {
    const fills = [0, 2000, 4000, 6000, 8000, 10_000, 12_000].map(
      (elapsed) => momentAt(box, 1, elapsed).fill,
    );
    assert.deepEqual(
      fills.map((fill) => Math.round(fill * 100)),
      [0, 50, 100, 100, 100, 50, 0],
    );
  });

  it("never jumps: the fill of two near moments is nearly the same", () => {
    for (const pattern of [long, box]) {
      for (let elapsed = 0; elapsed < 20_000; elapsed += 16) {
        const step =
          momentAt(pattern, 1, elapsed + 16).fill - momentAt(pattern, 1, elapsed).fill;
        assert.ok(Math.abs(step) < 0.02, `jumps at ${elapsed}`);
      }
    }
  });

  it("keeps the place in the breath when the pace changes", () => {
    for (const pace of PACES) {
      const elapsed = keepPlace(9200, 1, pace);
      assert.equal(momentAt(long, pace, elapsed).turn, momentAt(long, 1, 9200).turn);
      const drift = momentAt(long, pace, elapsed).fill - momentAt(long, 1, 9200).fill;
      assert.ok(Math.abs(drift) < 1e-9);
    }
  });

  it("starts as written", () => {
    assert.equal(PACES[USUAL_PACE], 1);
  });

  it("refuses a breath that takes no time", () => {
    assert.throws(() => momentAt({ ...long, phases: [] }, 1, 0), RangeError);
  });
});
