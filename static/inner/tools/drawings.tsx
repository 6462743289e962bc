/** One small line drawing for each tool, 48 by 48, in the colour of the words beside it. */

import type { JSX } from "preact";

const paths: Readonly<Record<string, string>> = {
  senses:
    "M6 24S13 12 24 12s18 12 18 12-7 12-18 12S6 24 6 24zM24 30a6 6 0 1 0 0-12 6 6 0 0 0 0 12z",
  breathing:
    "M24 29a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM24 36a12 12 0 1 0 0-24 12 12 0 0 0 0 24zM24 43a19 19 0 1 0 0-38 19 19 0 0 0 0 38z",
  feet: "M16 34c-4 0-5-4-4-8s-1-7 1-10 7-1 7 4-1 6 0 9-1 5-4 5zM32 34c4 0 5-4 4-8s1-7-1-10-7-1-7 4 1 6 0 9 1 5 4 5zM6 41h36",
  muscles: "M4 26l4-10 4 18 4-18 4 14c5 8 7-8 12-6s6 6 12 2",
  tapping:
    "M22 24C20 12 8 8 6 14s4 12 14 12C10 26 9 38 15 38s7-8 7-14zM26 24c2-12 14-16 16-10s-4 12-14 12c10 0 11 12 5 12s-7-8-7-14z",
  cold: "M24 6v36M8.4 15l31.2 18M39.6 15L8.4 33M24 13l-4-4M24 13l4-4M24 35l-4 4M24 35l4 4M14 18l-6-.5M14 18l-2-6M34 30l6 .5M34 30l2 6M34 18l6-.5M34 18l2-6M14 30l-6 .5M14 30l-2 6",
  place:
    "M4 38c6-12 12-14 18-6 5-8 12-10 22 6M32 18a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12 24V12M12 12c-4 0-6 2-6 5M12 12c4 0 6 2 6 5",
  wave: "M4 32c8 0 8-16 18-16 8 0 10 8 5 9M4 40c6 0 6-4 12-4s6 4 12 4 6-4 12-4h4",
  busy: "M8 8h12v12H8zM34 21a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM14 28l7 12H7zM34 28v12M28 34h12",
  comfort:
    "M7 18h34v22H7zM4 11h40v7H4zM24 36s-8-5-8-9.5a4 4 0 0 1 8-1.5 4 4 0 0 1 8 1.5C32 31 24 36 24 36z",
  talk: "M10 9h28a3 3 0 0 1 3 3v18a3 3 0 0 1-3 3H24l-9 8v-8h-5a3 3 0 0 1-3-3V12a3 3 0 0 1 3-3zM24 28s-6-4-6-7.5a3 3 0 0 1 6-1 3 3 0 0 1 6 1C30 24 24 28 24 28z",
  sounds: "M6 20v8M13 14v20M20 8v32M27 16v16M34 11v26M41 20v8",
};

/** The drawing of the tool with this id; nothing for one that has none. */
export function Drawing({ id }: { readonly id: string }): JSX.Element | null {
  const path = paths[id];
  if (path === undefined) return null;
  return (
    <svg class="drawing" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
