/** The breathing clock: where in a breath a moment falls. Time is passed in, in milliseconds. */

import type { BreathKind, BreathPattern } from "../model/content.ts";

/** How much longer than written a breath may take, from quickest to slowest; 1 is as written. */
export const PACES = [0.7, 0.85, 1, 1.25, 1.5] as const;

/** Place in `PACES` at which a tool starts. */
export const USUAL_PACE = 2;

/** One moment of a breath. */
export interface Moment {
  /** Number of the phase since the start; it grows for ever. */
  readonly turn: number;
  readonly kind: BreathKind;
  /** How full the lungs are, 0 to 1. */
  readonly fill: number;
  /** Seconds begun in this phase, from 1; counted up, for those who see no movement. */
  readonly beat: number;
  /** Beats that this phase has. */
  readonly beats: number;
}

/** Find the moment `elapsed` ms after the start, with every phase `pace` times as long. */
export function momentAt(pattern: BreathPattern, pace: number, elapsed: number): Moment {
  const lengths = pattern.phases.map(({ seconds }) => seconds * 1000 * pace);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const breaths = Math.floor(elapsed / whole);
  let rest = elapsed - breaths * whole;
  for (const [at, phase] of pattern.phases.entries()) {
    const length = lengths[at] ?? 0;
    if (rest < length) {
      const share = rest / length;
      return {
        turn: breaths * lengths.length + at,
        kind: phase.kind,
        fill: fillOf(phase.kind, share),
        beat: Math.floor(share * phase.seconds) + 1,
        beats: phase.seconds,
      };
    }
    rest -= length;
  }
  throw new RangeError("a breath needs a phase that takes time");
}

/** The moment to go on from, in ms, when the pace changes without a jump in the breath. */
export function keepPlace(elapsed: number, from: number, to: number): number {
  return (elapsed / from) * to;
}

function fillOf(kind: BreathKind, share: number): number {
  switch (kind) {
    case "in":
      return eased(share);
    case "hold":
      return 1;
    case "out":
      return 1 - eased(share);
    case "rest":
      return 0;
  }
}

/** Starts and ends gently, as breath does. */
function eased(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
