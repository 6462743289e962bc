/** Path data of the line icons, drawn for a 24 by 24 box. */

/** Add. */
export const plus = "M12 5v14M5 12h14";
/** More: three dots in a row. */
export const dots = "M5 12h.01M12 12h.01M19 12h.01";
/** Take hold: two columns of dots. */
export const grip = "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01";
/** There is more below. */
export const chevron = "M7 10l5 5 5-5";
/** Chosen. */
export const check = "M5 12.5l4.5 4.5L19 7.5";
/** Delete: a bin. */
export const bin = "M4 7h16M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.5 11v5M13.5 11v5";
/** An empty list. */
export const lines =
  "M3.5 6.5L5 8l2.5-3M11 6.5h9.5M3.5 12.5L5 14l2.5-3M11 12.5h9.5M5 18.5h.01M11 18.5h6";
