/** The style sheets of the app, in two parts, in the order in which they apply. */

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

/** What Home needs, which most openings begin with. */
export const firstSheets = [base, controls, screens].join("\n");

/** What the other screens need on top of it. */
export const laterSheets = [plan, records, frame, checkin, people, calm, remind].join(
  "\n",
);
