/** Changes to the lines of a page that need no caret: tick, remove, put back, move. */

import type { Line } from "./notebook.ts";
import { moved } from "./pages.ts";

/** Replace the text of one line. */
export function write(lines: readonly Line[], id: string, text: string): readonly Line[] {
  return lines.map((line) => (line.id === id ? { ...line, text } : line));
}

/** Tick or untick the entries that `isMeant`. */
export function tick(
  lines: readonly Line[],
  isDone: boolean,
  isMeant: (id: string) => boolean,
): readonly Line[] {
  return lines.map((line) =>
    line.kind === "entry" && isMeant(line.id) ? { ...line, isDone } : line,
  );
}

/** Say whether a line is a ticked entry. */
export function isTicked(line: Line): boolean {
  return line.kind === "entry" && line.isDone;
}

/** Move a line to place `to` of the page; the last line, which is text, stays last. */
export function placeLine(
  lines: readonly Line[],
  id: string,
  to: number,
): readonly Line[] {
  const from = lines.findIndex((line) => line.id === id);
  const last = lines.length - 1;
  if (from < 0 || from === last) return lines;
  return moved(lines, from, Math.min(to, last - 1));
}

/** Put lines that were removed from `before` back where they were. */
export function putBack(
  lines: readonly Line[],
  before: readonly Line[],
  removed: readonly Line[],
): readonly Line[] {
  const back = new Set(removed.map(({ id }) => id));
  const there = new Set(lines.map(({ id }) => id));
  return before.reduce<readonly Line[]>((next, line, place) => {
    if (!back.has(line.id) || there.has(line.id)) return next;
    const after = before
      .slice(0, place)
      .findLast(({ id }) => next.some((one) => one.id === id));
    const at = after === undefined ? 0 : next.findIndex(({ id }) => id === after.id) + 1;
    return [...next.slice(0, at), line, ...next.slice(at)];
  }, lines);
}

/** Lines that are drawn together: one text, or the entries of one check list. */
export interface Run {
  readonly kind: Line["kind"];
  /** Place of its first line in the page. */
  readonly start: number;
  readonly lines: readonly Line[];
}

/** Split a page into texts and check lists. */
export function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs: { kind: Line["kind"]; start: number; lines: Line[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = runs.at(-1);
    if (line.kind === "entry" && last?.kind === "entry") last.lines.push(line);
    else runs.push({ kind: line.kind, start: at, lines: [line] });
  }
  return runs;
}
