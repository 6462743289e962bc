/** The style sheets of the app, in the order in which they apply. */

import base from "./base.css";
import checkin from "./checkin.css";
import calm from "./calm.css";
import controls from "./controls.css";
import people from "./people.css";
import frame from "./frame.css";
import plan from "./plan.css";
import records from "./records.css";
import remind from "./remind.css";
import screens from "./screens.css";

/** CSS texts for the host. */
export const sheets: readonly string[] = [
  base,
  controls,
  screens,
  plan,
  records,
  frame,
  checkin,
  people,
  calm,
  remind,
];
