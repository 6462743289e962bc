/** Reads kept check-ins back. */

import { type CheckIn, LEVELS, makeCheckIn } from "./checkin.ts";
import { fieldsOf, oneOf, string } from "./raw.ts";

/** Read one check-in; `null` for what is none. */
export function readCheckIn(value: unknown): CheckIn | null {
  const raw = fieldsOf<CheckIn>(value);
  if (raw === null || typeof raw.id !== "string" || raw.id === "") return null;
  return {
    ...makeCheckIn(raw.id, string(raw.day)),
    mood: oneOf(raw.mood, LEVELS, ""),
    safety: oneOf(raw.safety, LEVELS, ""),
    line: string(raw.line),
  };
}
