/** Five simple faces: the same head with a mouth that turns; a word always stands beside one. */

import type { JSX } from "preact";

/** How far the middle of the mouth lies below (or above) its ends, by level from 1. */
const BENDS = [-4, -2, 0, 2.5, 5];

/** The face of one level, 1 to 5; hidden from screen readers. */
export function Face({ level }: { readonly level: string }): JSX.Element {
  const bend = BENDS[Number(level) - 1] ?? 0;
  const ends = 21 - bend / 2;
  return (
    <svg class="face" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="13" />
      <path d={`M11 12.500v1M21 12.500v1M10.500 ${ends}q5.500 ${bend * 1.5} 11 0`} />
    </svg>
  );
}
