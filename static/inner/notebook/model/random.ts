/** Makes ids for new pages and lines. */

import { makeRandom } from "../../../cover/base/bytes.ts";
import type { NewId } from "./notebook.ts";

/** Make an id of 12 letters and digits: 48 random bits are plenty for one notebook. */
export const newId: NewId = () =>
  Array.from(makeRandom(6), (byte) => byte.toString(16).padStart(2, "0")).join("");
