/** Records: lines with details, such as one medicine, one next step or one word agreed on. */

import type { RecordField } from "./content.ts";
import { nearness } from "./days.ts";
import type { Item, RecordItem } from "./document.ts";

/** Make a record of which only the first line is known. */
export function makeRecord(item: Item): RecordItem {
  return { id: item.id, text: item.text, details: {}, isDone: false };
}

/** Read one detail; empty when nothing is there. */
export function detail(record: RecordItem, field: string): string {
  return Object.hasOwn(record.details, field) ? (record.details[field] ?? "") : "";
}

/** Write one detail; an empty one is taken out. */
export function withDetail(record: RecordItem, field: string, value: string): RecordItem {
  const others = Object.entries(record.details).filter(([key]) => key !== field);
  const details = Object.fromEntries(value === "" ? others : [...others, [field, value]]);
  return { ...record, details };
}

/** Tell whether nothing at all stands in a record. */
export function isBlank(record: RecordItem): boolean {
  return [record.text, ...Object.values(record.details)].every(
    (text) => text.trim() === "",
  );
}

/** The fields in which something stands, in the order of the fields. */
export function filled(
  fields: readonly RecordField[],
  record: RecordItem,
): readonly RecordField[] {
  return fields.filter(({ id }) => detail(record, id).trim() !== "");
}

/** What is left to do first, in the person's order; what is done after it. */
export function openFirst(records: readonly RecordItem[]): readonly RecordItem[] {
  const open = records.filter(({ isDone }) => !isDone);
  return open.length === records.length
    ? records
    : [...open, ...records.filter(({ isDone }) => isDone)];
}

/** The same records by the day in `field`; those without a day, and those done, come last. */
export function byDay(
  records: readonly RecordItem[],
  field: string,
): readonly RecordItem[] {
  // ISO days sort as text, and "~" stands after every digit.
  const key = (record: RecordItem): string => detail(record, field) || "~";
  const sorted = [...records].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0,
  );
  return openFirst(sorted);
}

/** The soft words that are due on `today` (an ISO day) for a record that is still open. */
export function dueWords(
  fields: readonly RecordField[],
  record: RecordItem,
  today: string,
): readonly string[] {
  if (record.isDone) return [];
  return fields
    .filter(({ kind }) => kind === "day")
    .map((field) => {
      const when = nearness(detail(record, field.id), today, field.nearDays);
      return when === "far" ? "" : field[when];
    })
    .filter((words) => words !== "");
}
