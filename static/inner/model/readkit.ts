/** Reads a kit, and what a sheet says, without trusting either. */

import type { Kit, LineWord, Service, SignedSheet } from "../../cover/base/host.ts";
import { fieldsOf, list, string, table, whole, word } from "./raw.ts";

/** Words of a service that may stand there in other languages too. */
export const TRANSLATED = ["what", "hours", "happens", "notes"] as const;

const STATES = ["confirmed", "corrected", "hidden"] as const;

/** Read a kit as it was kept; `null` for anything that is none. */
export function readKit(value: unknown): Kit | null {
  const raw = fieldsOf<Kit>(value);
  if (raw === null || typeof raw.pack !== "string") return null;
  const packs = table(raw.packs, word);
  const sheet = readSigned(raw.sheet);
  return {
    pack: raw.pack,
    ...(Object.keys(packs).length > 0 ? { packs } : {}),
    ...(typeof raw.notes === "string" ? { notes: raw.notes } : {}),
    language: string(raw.language),
    country: string(raw.country),
    exitSite: string(raw.exitSite),
    services: list(raw.services, readService),
    ...(sheet === null ? {} : { sheet }),
    ...(Array.isArray(raw.picked) ? { picked: list(raw.picked, word) } : {}),
    ...(Array.isArray(raw.without) ? { without: list(raw.without, word) } : {}),
    ...(Array.isArray(raw.lines) ? { lines: list(raw.lines, readLine) } : {}),
    ...(raw.edition === undefined ? {} : { edition: readEdition(raw.edition) }),
  };
}

/** Read a sheet's number; 0 for anything that is none. */
export function readEdition(value: unknown): number {
  return whole(value, 0, Number.MAX_SAFE_INTEGER);
}

/** Read a service: as kept, or as a sheet names its fields. */
export function readService(value: unknown): Service | null {
  const raw = fieldsOf<Service & { run_by: string; checked_on: string }>(value);
  if (raw === null) return null;
  const others = { ...table(raw.others, word), ...othersOf(value) };
  return {
    name: string(raw.name),
    what: string(raw.what),
    call: string(raw.call),
    text: string(raw.text),
    hours: string(raw.hours),
    ...known("ref", raw.ref),
    ...known("word", raw.word),
    ...known("chat", raw.chat),
    ...known("where", raw.where),
    ...known("languages", raw.languages),
    ...known("runBy", raw.runBy ?? raw.run_by),
    ...known("happens", raw.happens),
    ...known("notes", raw.notes),
    ...known("checkedOn", raw.checkedOn ?? raw.checked_on),
    ...(Object.keys(others).length > 0 ? { others } : {}),
  };
}

/** Read what is said of a line: as kept, or as a sheet names its fields. */
export function readLine(value: unknown): LineWord | null {
  const raw = fieldsOf<LineWord & { checked_on: string }>(value);
  const state = STATES.find((each) => each === raw?.state);
  if (raw === null || state === undefined) return null;
  return {
    id: string(raw.id),
    state,
    checkedOn: string(raw.checkedOn ?? raw.checked_on),
    // An empty text is a word of its own here: there is no such number any more.
    ...said("call", raw.call),
    ...said("text", raw.text),
    ...said("word", raw.word),
    ...said("chat", raw.chat),
    ...said("hours", raw.hours),
    ...said("notes", raw.notes),
  };
}

function readSigned(value: unknown): SignedSheet | null {
  const raw = fieldsOf<SignedSheet>(value);
  if (typeof raw?.path !== "string" || typeof raw.key !== "string") return null;
  // Not cut at the ceiling of one answer: a signature is about every byte.
  const body = typeof raw.body === "string" ? raw.body : "";
  return { path: raw.path, key: raw.key, body, sign: string(raw.sign) };
}

function othersOf(value: unknown): Readonly<Record<string, string>> {
  const kept = Object.entries(fieldsOf<Record<string, unknown>>(value as object) ?? {});
  const names = new RegExp(`^(${TRANSLATED.join("|")})_[a-z]{2,3}$`);
  return Object.fromEntries(
    kept.flatMap(([name, text]) => (names.test(name) ? [[name, string(text)]] : [])),
  );
}

function known<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  const text = word(value);
  return text === null ? {} : ({ [name]: text } as Record<K, string>);
}

function said<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === "string"
    ? ({ [name]: string(value) } as Record<K, string>)
    : {};
}
