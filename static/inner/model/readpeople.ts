/** Reads kept people back. */

import { CIRCLES, makePerson, type Permission, type Person } from "./document.ts";
import { fieldsOf, oneOf, string } from "./raw.ts";

/** Read one person; `null` for what is none. */
export function readPerson(value: unknown): Person | null {
  const raw = fieldsOf<Person>(value);
  if (raw === null || typeof raw.id !== "string" || raw.id === "") return null;
  const allowed = fieldsOf<Person["allowed"]>(raw.allowed);
  return {
    ...makePerson(raw.id),
    name: string(raw.name),
    number: string(raw.number),
    email: string(raw.email),
    chat: string(raw.chat),
    callsMe: string(raw.callsMe),
    relation: string(raw.relation),
    circle: oneOf(raw.circle, CIRCLES, ""),
    allowed: {
      voicemail: readPermission(allowed?.voicemail),
      text: readPermission(allowed?.text),
      email: readPermission(allowed?.email),
      chat: readPermission(allowed?.chat),
      call: readPermission(allowed?.call),
    },
    safeTimes: string(raw.safeTimes),
    ifOther: string(raw.ifOther),
    codeWords: string(raw.codeWords),
    notes: string(raw.notes),
  };
}

function readPermission(value: unknown): Permission {
  const raw = fieldsOf<Permission>(value);
  const consent = oneOf(raw?.consent, ["", "yes", "no", "only"], "");
  return { consent, only: string(raw?.only) };
}
