/** Reads a kept notebook back: what is odd gets its usual value, what is useless is left out. */

import {
  COLOURS,
  type Line,
  MAX_LINES,
  MAX_NAME,
  MAX_PAGES,
  MAX_TEXT,
  makeText,
  type Notebook,
  type Page,
} from "./notebook.ts";

/** Every key there is, with anything at all under it. */
interface Loose {
  readonly pages?: unknown;
  readonly id?: unknown;
  readonly name?: unknown;
  readonly colour?: unknown;
  readonly isPinned?: unknown;
  readonly lines?: unknown;
  readonly kind?: unknown;
  readonly text?: unknown;
  readonly isDone?: unknown;
}

/** Read JSON text; `null` when it is empty or no notebook. */
export function readNotebook(text: string | null): Notebook | null {
  const loose = loosen(parse(text ?? ""));
  if (loose === null || !Array.isArray(loose.pages)) return null;
  return { version: 1, pages: each(loose.pages, MAX_PAGES, readPage) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function loosen(value: unknown): Loose | null {
  return typeof value === "object" ? value : null;
}

/** Read at most `most` parts; of two with the same id the first one stays. */
function each<T extends { readonly id: string }>(
  values: unknown,
  most: number,
  read: (value: unknown) => T | null,
): readonly T[] {
  const found = new Map<string, T>();
  for (const value of Array.isArray(values) ? values.slice(0, most) : []) {
    const part = read(value);
    if (part !== null && !found.has(part.id)) found.set(part.id, part);
  }
  return [...found.values()];
}

function readPage(value: unknown): Page | null {
  const loose = loosen(value);
  const id = readId(loose?.id);
  if (loose === null || id === null) return null;
  const lines = each(loose.lines, MAX_LINES, readLine);
  return {
    id,
    name: readText(loose.name, MAX_NAME),
    colour: COLOURS.find((colour) => colour === loose.colour) ?? "plain",
    isPinned: loose.isPinned === true,
    // The editor writes on below the last entry, so the last line is always text.
    lines: lines.at(-1)?.kind === "text" ? lines : [...lines, makeText(`${id}-end`)],
  };
}

function readLine(value: unknown): Line | null {
  const loose = loosen(value);
  const id = readId(loose?.id);
  if (loose === null || id === null) return null;
  const text = readText(loose.text, MAX_TEXT);
  if (loose.kind === "entry")
    return { kind: "entry", id, text, isDone: loose.isDone === true };
  return loose.kind === "text" ? { kind: "text", id, text } : null;
}

function readId(value: unknown): string | null {
  return typeof value === "string" && /^[\w-]{1,64}$/.test(value) ? value : null;
}

function readText(value: unknown, most: number): string {
  return typeof value === "string" ? value.slice(0, most) : "";
}
