/** Simple line drawings, 24 by 24, in the colour of the text beside them. */

import type { JSX } from "preact";

const paths = {
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  plus: "M12 5v14M5 12h14",
  dot: "M11.8 12h.4",
  tick: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  calm: "M12 20c-4.6 0-8-3-8-7 3 0 5.5 1.2 8 4.2 2.5-3 5-4.2 8-4.2 0 4-3.4 7-8 7zM12 15.5c-2-3.2-2-7.5 0-11.5 2 4 2 8.3 0 11.5",
  call: "M7 4h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16 16 0 0 1 5 6.2 2 2 0 0 1 7 4z",
  text: "M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-8l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z",
  plan: "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13",
  people:
    "M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19.5c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16 5a3 3 0 0 1 0 5.8M17.5 14.3c2.1.7 3.5 2.6 3.5 5.2",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  door: "M10 5H6a1.5 1.5 0 0 0-1.5 1.5v11A1.5 1.5 0 0 0 6 19h4M14 8l4 4-4 4M18 12H9.5",
  key: "M8 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM11.5 12H21M18 12v3M15 12v2",
  words:
    "M4 6h9M8.5 4v2M11 6c-.7 3.5-3.2 6-6.5 7.5M6 9c1.2 2.2 3 3.8 5.5 4.7M12.5 20l4-9.5 4 9.5M14 16.5h5",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5M12 8v.1",
  heart:
    "M12 19.5S4 14.8 4 9.3A4.2 4.2 0 0 1 12 7.5a4.2 4.2 0 0 1 8 1.8c0 5.5-8 10.2-8 10.2z",
  again: "M5 12a7 7 0 1 1 2.2 5.1M5 19v-4.5h4.5",
  phone:
    "M8 3.5h8A1.5 1.5 0 0 1 17.5 5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5zM11 17.5h2",
  find: "M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.5 15.5L20 20",
  card: "M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6zM6.5 10h8M6.5 14h5",
  grip: "M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1",
  more: "M6 12h.1M12 12h.1M18 12h.1",
  pen: "M5 19l1-4.5L15.5 5 19 8.5 9.5 18 5 19zM13.5 7l3.5 3.5",
  print:
    "M7 9V4.5h10V9M7 16H5a1.5 1.5 0 0 1-1.5-1.5v-4A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5 1.5v4A1.5 1.5 0 0 1 19 16h-2M7.5 13.5h9v6h-9z",
  star: "M12 4.5l2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.6-4.6 2.6.9-5.3-3.8-3.7 5.2-.7z",
  bell: "M12 4.5c-3.2 0-5 2.3-5 5.2 0 4.3-2 5.3-2 6.8h14c0-1.5-2-2.5-2-6.8 0-2.9-1.8-5.2-5-5.2zM10 19.5a2.2 2.2 0 0 0 4 0M12 3v1.5",
  minus: "M5 12h14",
} as const;

/** Names of the drawings. */
export type IconName = keyof typeof paths;

/** One drawing; hidden from screen readers, because a word always stands beside it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
    >
      <path d={paths[name]} />
    </svg>
  );
}
