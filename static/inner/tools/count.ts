/** The slow count: where in its parts a moment falls. Time is passed in, in milliseconds. */

import type { Phase, PhaseKind } from "../model/content.ts";

/** One moment of a slow count. */
export interface Counted {
  /** Number of the part. */
  readonly at: number;
  readonly kind: PhaseKind;
  /** How large the drawing is, 0 to 1. */
  readonly size: number;
  /** Seconds begun in this part, from 1; counted up, never down. */
  readonly beat: number;
  readonly beats: number;
}

/** Making tight is quick; the rest of the time it is only held. */
const TIGHTENING = 0.2;
const TIGHT = 0.5;
const MELTED = 0.4;

/** Find the moment `elapsed` ms after the start; `null` once the count is over. */
export function countedAt(phases: readonly Phase[], elapsed: number): Counted | null {
  let rest = elapsed;
  for (const [at, { kind, seconds }] of phases.entries()) {
    const share = rest / (seconds * 1000);
    if (share < 1) {
      const beat = Math.floor(share * seconds) + 1;
      return { at, kind, size: sizeOf(kind, share), beat, beats: seconds };
    }
    rest -= seconds * 1000;
  }
  return null;
}

function sizeOf(kind: PhaseKind, share: number): number {
  switch (kind) {
    case "tense":
      return 1 - (1 - TIGHT) * eased(Math.min(share / TIGHTENING, 1));
    case "loose":
      return TIGHT + (1 - TIGHT) * eased(share);
    case "cold":
      return 1 - (1 - MELTED) * share;
  }
}

function eased(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
