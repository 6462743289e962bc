/** The wave: a hill of water, and the person as a small float that goes over it step by step. */

import type { JSX } from "preact";

/** Where the float is at each step, in the drawing's own measure. */
const PLACES = [
  [70, 104],
  [160, 34],
  [250, 104],
  [300, 139],
] as const;

/** The drawing for step `at`; it says nothing that the words beside it do not say. */
export function Wave({ at }: { readonly at: number }): JSX.Element {
  const [x, y] = PLACES[Math.min(at, PLACES.length - 1)] ?? PLACES[0];
  return (
    <svg class="wave" viewBox="0 18 320 156" aria-hidden="true" focusable="false">
      <path
        class="wave-far"
        d="M-80 140q20-16 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0V190H-80z"
      />
      <path class="wave-near" d="M0 150C60 150 90 44 160 44s100 106 160 106V190H0z" />
      <path class="wave-line" d="M0 150C60 150 90 44 160 44s100 106 160 106" />
      <g class="float" style={`transform: translate(${x}px, ${y}px)`}>
        <circle r="11" />
      </g>
    </svg>
  );
}
