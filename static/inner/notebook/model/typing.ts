/** What typing does to the lines of a page: Enter, Backspace, and text to list and back. */

import { write } from "./lines.ts";
import {
  type Entry,
  type Line,
  MAX_LINES,
  MAX_TEXT,
  makeEntry,
  makeText,
  type NewId,
} from "./notebook.ts";

/** Where the caret stands. */
export interface Caret {
  readonly id: string;
  /** UTF-16 units before it. */
  readonly at: number;
}

/** Lines after an edit, and where the caret goes; `null` leaves it. */
export interface Edited {
  readonly lines: readonly Line[];
  readonly caret: Caret | null;
}

/** Take what an entry's field now says; every line break in it begins an entry. */
export function typeEntry(
  lines: readonly Line[],
  entry: Entry,
  typed: string,
  at: number,
  newId: NewId,
): Edited {
  if (!typed.includes("\n")) return { lines: write(lines, entry.id, typed), caret: null };
  // Enter in an empty entry ends the list.
  if (entry.text === "" && typed === "\n") return toText(lines, entry);
  const [first = "", ...rest] = paragraphs(typed, MAX_LINES - lines.length + 1);
  // The tick goes with the words when Enter pushes them down.
  const isPushed = first === "" && rest.length === 1;
  const entries = [
    { ...entry, text: first, isDone: entry.isDone && !isPushed },
    ...rest.map((text) => ({
      ...makeEntry(newId(), text),
      isDone: entry.isDone && isPushed,
    })),
  ];
  return { lines: replace(lines, entry, entries), caret: caretIn(entries, at) };
}

/** Turn the paragraphs of a text that the selection touches into entries. */
export function toEntries(
  lines: readonly Line[],
  line: Line,
  from: number,
  to: number,
  newId: NewId,
): Edited {
  const start = line.text.slice(0, from).lastIndexOf("\n") + 1;
  const stop = line.text.indexOf("\n", Math.max(from, to));
  const end = stop < 0 ? line.text.length : stop;
  const parts = line.text.slice(start, end).split("\n");
  if (lines.length + parts.length + 1 > MAX_LINES) return { lines, caret: null };
  const entries = parts.map((text) => makeEntry(newId(), text));
  const before = line.text.slice(0, Math.max(0, start - 1));
  const after = line.text.slice(end + 1);
  const next = [
    ...(before === "" ? [] : [{ ...makeText(line.id), text: before }]),
    ...entries,
    ...(after === "" ? [] : [makeText(newId(), after)]),
  ];
  return tidy(replace(lines, line, next), caretIn(entries, to - start), newId);
}

/** Turn an entry into text and join it with the text around it. */
export function toText(lines: readonly Line[], entry: Entry, at = 0): Edited {
  const next = replace(lines, entry, [makeText(entry.id, entry.text)]);
  return tidy(next, { id: entry.id, at }, () => `${entry.id}-end`);
}

/** Do what Backspace does at the very start of a line; `null`: nothing. */
export function backspace(lines: readonly Line[], line: Line): Edited | null {
  const before = lines[lines.findIndex(({ id }) => id === line.id) - 1];
  if (line.kind === "entry" && !(before?.kind === "entry" && line.text === "")) {
    return toText(lines, line);
  }
  if (before === undefined) return null;
  if (before.kind === "text") return tidy(lines, { id: line.id, at: 0 }, () => line.id);
  const [first = "", ...rest] = line.text.split("\n");
  const joined = before.text + first;
  if (joined.length > MAX_TEXT) return null;
  const isLast = line.id === lines.at(-1)?.id;
  const stays = rest.length > 0 || isLast ? [makeText(line.id, rest.join("\n"))] : [];
  const next = replace(write(lines, before.id, joined), line, stays);
  return { lines: next, caret: { id: before.id, at: before.text.length } };
}

/** Put an empty entry below line `place`. */
export function addEntry(lines: readonly Line[], place: number, newId: NewId): Edited {
  if (lines.length >= MAX_LINES) return { lines, caret: null };
  const entry = makeEntry(newId());
  const next = [...lines.slice(0, place + 1), entry, ...lines.slice(place + 1)];
  return tidy(next, { id: entry.id, at: 0 }, newId);
}

/** Split at line breaks, but into no more than `most` parts; what is beyond stays in the last. */
function paragraphs(text: string, most: number): readonly string[] {
  const parts = text.split("\n");
  const last = Math.max(1, most) - 1;
  return parts.length <= last
    ? parts
    : [...parts.slice(0, last), parts.slice(last).join(" ")];
}

function replace(
  lines: readonly Line[],
  { id }: Line,
  next: readonly Line[],
): readonly Line[] {
  return lines.flatMap((line) => (line.id === id ? next : [line]));
}

/** Find the caret in lines that were one text, with one line break between each two. */
function caretIn(lines: readonly Line[], at: number): Caret | null {
  let left = at;
  for (const { id, text } of lines) {
    if (left <= text.length) return { id, at: Math.max(0, left) };
    left -= text.length + 1;
  }
  return null;
}

/** Join texts that stand side by side, as far as they fit, and end the page with a text. */
function tidy(lines: readonly Line[], caret: Caret | null, newId: NewId): Edited {
  const next: Line[] = [];
  let moved = caret;
  for (const line of lines) {
    const last = next.at(-1);
    const areTexts = last?.kind === "text" && line.kind === "text";
    if (!areTexts || last.text.length + line.text.length >= MAX_TEXT) {
      next.push(line);
      continue;
    }
    const gap = last.text === "" || line.text === "" ? "" : "\n";
    const at = last.text.length + gap.length;
    if (moved?.id === line.id) moved = { id: last.id, at: at + moved.at };
    next.splice(-1, 1, makeText(last.id, last.text + gap + line.text));
  }
  if (next.at(-1)?.kind !== "text") next.push(makeText(newId()));
  return { lines: next, caret: moved };
}
