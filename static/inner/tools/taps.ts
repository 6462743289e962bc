/** The taps of one short set: left and right in turn, eight of each, then no more. */

/** Milliseconds for one tap, quickest first. */
export const TAP_PACES_MS = [700, 1_000, 1_400, 1_900] as const;

/** Place in `TAP_PACES_MS` at which the tool starts. */
export const USUAL_TAP_PACE = 1;

/** Left and right are two taps; eight of each is a short set. */
export const TAPS = 16;

/** Number of the tap `elapsed` ms after the start, even ones left; `null` once the set is over. */
export function tapAt(elapsed: number, tapMs: number): number | null {
  const tap = Math.floor(elapsed / tapMs);
  return tap < TAPS ? tap : null;
}
