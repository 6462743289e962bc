/** Reads kept answers back, kind by kind. */

import type { Answer, Answers, Item, RecordItem, Supply } from "./document.ts";
import { fieldsOf, list, oneOf, string, table, word } from "./raw.ts";

/** Read all answers, leaving out those of no known kind. */
export function readAnswers(value: unknown): Answers {
  return table(value, (section) => table(section, readAnswer));
}

/** All that an answer of any kind may hold. */
type AnyAnswer = Record<"kind" | "text" | "items" | "ids" | "date" | "choice", unknown>;

function readAnswer(value: unknown): Answer | null {
  const raw = fieldsOf<AnyAnswer>(value);
  switch (raw?.kind) {
    case "text":
      return { kind: "text", text: string(raw.text) };
    case "list":
      return { kind: "list", items: list(raw.items, readItem) };
    case "people":
      return { kind: "people", ids: list(raw.ids, word) };
    case "date":
      return { kind: "date", date: string(raw.date) };
    case "choice":
      return {
        kind: "choice",
        choice: oneOf(raw.choice, ["", "yes", "no", "unsure"], ""),
      };
    case "supplies":
      return { kind: "supplies", items: list(raw.items, readSupply) };
    case "records":
      return { kind: "records", items: list(raw.items, readRecord) };
    default:
      return null;
  }
}

/** Read one line; `null` for what is none. */
export function readItem(value: unknown): Item | null {
  const raw = fieldsOf<Item>(value);
  if (raw === null || typeof raw.id !== "string") return null;
  return { id: raw.id, text: string(raw.text) };
}

function readSupply(value: unknown): Supply | null {
  const raw = fieldsOf<Supply>(value);
  const item = readItem(value);
  if (raw === null || item === null) return null;
  return {
    ...item,
    state: oneOf(raw.state, ["", "have", "need"], ""),
    where: string(raw.where),
  };
}

function readRecord(value: unknown): RecordItem | null {
  const raw = fieldsOf<RecordItem>(value);
  const item = readItem(value);
  if (raw === null || item === null) return null;
  return { ...item, details: table(raw.details, word), isDone: raw.isDone === true };
}
