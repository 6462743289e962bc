/** The notebook's own pen drawings, 20 by 20, in the colour of the text beside them. */

import type { JSX } from "preact";

const drawings = {
  back: "M16 10H4.500M9 4.500 3.500 10 9 15.500",
  add: "M10 4v12M4 10h12",
  find: "M8.800 14.100a5.300 5.300 0 1 0 0-10.600 5.300 5.300 0 0 0 0 10.600ZM12.700 12.700 17 17",
  clear: "m5.500 5.500 9 9m0-9-9 9",
  grip: "M7.500 5v.01M7.500 10v.01M7.500 15v.01M12.500 5v.01M12.500 10v.01M12.500 15v.01",
  more: "M4.500 10v.01M10 10v.01M15.500 10v.01",
  pin: "M7 3.500h6M8 3.500v5.200L5.500 12h9L12 8.700V3.500M10 12v5",
  up: "M10 16V4.500M5.500 9 10 4.500 14.500 9",
  down: "M10 4v11.500M5.500 11l4.500 4.500 4.500-4.500",
  pen: "m4 16 .800-3.500L13 4.300l2.700 2.700-8.200 8.200L4 16ZM11.200 6.100l2.700 2.700",
  bin: "M4.500 6h11M8 6V4h4v2M6 6l.700 10.500h6.600L14 6M8.700 9v4.500M11.300 9v4.500",
  list: "M3.500 5.200 4.700 6.400 7 4M3.500 13.200l1.200 1.200L7 12M10 5.500h6.500M10 13.500h6.500",
  text: "M4 5h12M4 8.500h12M4 12h12M4 15.500h7",
  check: "m4.500 10.500 3.700 3.700 7.300-8.400",
  undo: "M4 8h8a4 4 0 0 1 0 8H8M7.500 4.500 4 8l3.500 3.500",
} as const;

/** Names of the drawings. */
export type DrawingName = keyof typeof drawings;

/** One drawing; what it means stands in the words or the label of the button around it. */
export function Drawing({ name }: { readonly name: DrawingName }): JSX.Element {
  return (
    <svg class={`drawing ${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
