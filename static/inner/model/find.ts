/** Finds what was written, as fast as it is typed. */

import { fold, wordsOf } from "../shared/marking.ts";
import type { Written } from "./written.ts";

/** A text made ready to be searched. */
export interface Ready {
  readonly written: Written;
  readonly own: string;
  readonly all: string;
}

/** Fold every text once, so that each letter typed only compares. */
export function ready(all: readonly Written[]): readonly Ready[] {
  return all.map((written) => {
    const own = fold(written.text);
    return { written, own, all: fold(`${written.place}\n${written.prompt}\n`) + own };
  });
}

/**
 * Find the texts that have every word of `query`, at least one of them in themselves.
 *
 * What the person wrote comes before the names of pages and prompts. A word may also stand in the name of the place: "clinic tuesday" finds Tuesday under Clinic.
 */
export function found(all: readonly Ready[], query: string): readonly Written[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const hits = all
    .filter(
      (each) =>
        words.some((word) => each.own.includes(word)) &&
        words.every((word) => each.all.includes(word)),
    )
    .map(({ written }) => written);
  return [
    ...hits.filter(({ isName }) => !isName),
    ...hits.filter(({ isName }) => isName),
  ];
}

/** A short stretch of a long text around the first word that was looked for. */
export function around(text: string, words: readonly string[]): string {
  const line = text.replaceAll(/\s+/g, " ");
  if (line.length <= LONGEST) return line;
  const folded = fold(line);
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  // Folding may shorten a text by a few letters, which moves the stretch but loses no hit.
  const first = Math.max(0, Math.min(...places, line.length) - LEAD);
  const from = first === 0 || places.length === 0 ? 0 : line.indexOf(" ", first) + 1;
  const space = line.lastIndexOf(" ", from + LONGEST);
  const end = space > from ? space : from + LONGEST;
  return `${from > 0 ? "…" : ""}${line.slice(from, end).trim()}${end < line.length ? "…" : ""}`;
}

const LONGEST = 110;
const LEAD = 40;
