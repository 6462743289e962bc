import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeMotionJudge, type Reading } from "../../../../static/cover/leave/motion.ts";

const up: Omit<Reading, "atMs"> = { x: 0, y: 3, z: 9.2 };
const down: Omit<Reading, "atMs"> = { x: 0, y: 0.5, z: -9.7 };
const jolt: Omit<Reading, "atMs"> = { x: 28, y: 2, z: 9 };

function judge(
  choices: { onFaceDown: boolean; onShake: boolean },
  readings: readonly Omit<Reading, "atMs">[],
  stepMs = 100,
): boolean {
  const decide = makeMotionJudge(() => choices);
  return readings.map((r, index) => decide({ ...r, atMs: index * stepMs })).some(Boolean);
}

const both = { onFaceDown: true, onShake: true };
const none = { onFaceDown: false, onShake: false };

describe("the phone's motion", () => {
  it("leaves when it is turned over and stays face down", () => {
    assert.equal(judge(both, [up, up, down, down, down, down]), true);
  });
  it("does not leave for a moment face down", () => {
    assert.equal(judge(both, [up, down, down, up, down, up]), false);
  });
  it("does not leave when it lay face down from the start", () => {
    assert.equal(judge(both, [down, down, down, down, down, down]), false);
  });
  it("leaves after three jolts within a second", () => {
    assert.equal(judge(both, [up, jolt, up, jolt, up, jolt]), true);
  });
  it("does not leave for three jolts spread over time", () => {
    assert.equal(judge(both, [up, jolt, up, jolt, up, jolt], 600), false);
  });
  it("never leaves where the person did not choose it", () => {
    assert.equal(
      judge(none, [up, jolt, jolt, jolt, jolt, down, down, down, down]),
      false,
    );
  });
});
