/** Start the list cover. */

import { mountList } from "../covers/list/view.ts";
import { startCover } from "./start.ts";

startCover(mountList);
