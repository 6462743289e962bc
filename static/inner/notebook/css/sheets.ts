/** The style sheets of the notebook, in the order in which they apply. */

import cards from "./cards.css";
import entries from "./entries.css";
import paper from "./paper.css";
import parts from "./parts.css";
import sheet from "./sheet.css";
import shelf from "./shelf.css";
import slips from "./slips.css";

/** CSS texts for the host. */
export const sheets: readonly string[] = [
  paper,
  parts,
  slips,
  shelf,
  cards,
  sheet,
  entries,
];
