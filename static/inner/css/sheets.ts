/** The style sheets of the app, in the order in which they apply. */

import base from "./base.css";
import calm from "./calm.css";
import controls from "./controls.css";
import frame from "./frame.css";
import plan from "./plan.css";
import screens from "./screens.css";

/** CSS texts for the host. */
export const sheets: readonly string[] = [base, controls, screens, plan, frame, calm];
