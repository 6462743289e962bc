/** Leave when the phone is laid face down or shaken, where the person chose so. */

import type { LeaveChoices } from "../base/host.ts";

const gravity = 9.81;
/** Face down: the screen's outward axis points at the ground, within about 25°. */
const faceDownZ = -0.9 * gravity;
const faceDownMs = 300;
/** A shake: three jolts beyond 1.5 g over rest within a second. */
const jolt = 2.5 * gravity;
const joltWindowMs = 1_000;
const joltCount = 3;

/** One reading, in m/s² along the phone's axes, gravity included, at a time in ms. */
export interface Reading {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly atMs: number;
}

/** Judge readings one by one; `true` at the one that means "leave". */
export function makeMotionJudge(
  choices: () => Pick<LeaveChoices, "onFaceDown" | "onShake">,
): (reading: Reading) => boolean {
  let downSince: number | null = null;
  let jolts: number[] = [];
  let wasUp = false;
  return ({ x, y, z, atMs }) => {
    const isDown = z < faceDownZ;
    // A phone that already lay face down when the app opened was not *turned* over.
    wasUp ||= !isDown;
    downSince = isDown ? (downSince ?? atMs) : null;
    if (Math.hypot(x, y, z) > jolt) jolts.push(atMs);
    jolts = jolts.filter((at) => atMs - at < joltWindowMs);
    const { onFaceDown, onShake } = choices();
    if (onShake && jolts.length >= joltCount) return true;
    return onFaceDown && wasUp && downSince !== null && atMs - downSince >= faceDownMs;
  };
}

/** Watch the phone's motion until the returned function is called. */
export function watchMotion(
  choices: () => Pick<LeaveChoices, "onFaceDown" | "onShake">,
  leave: () => void,
): () => void {
  const judge = makeMotionJudge(choices);
  const moved = (event: DeviceMotionEvent): void => {
    const { x, y, z } = event.accelerationIncludingGravity ?? {};
    if (typeof x !== "number" || typeof y !== "number" || typeof z !== "number") return;
    if (judge({ x, y, z, atMs: event.timeStamp })) leave();
  };
  addEventListener("devicemotion", moved);
  return () => removeEventListener("devicemotion", moved);
}
