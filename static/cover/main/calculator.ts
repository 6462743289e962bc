/** Start the calculator cover. */

import { mountCalculator } from "../covers/calculator/view.ts";
import { startCover } from "./start.ts";

startCover(mountCalculator);
