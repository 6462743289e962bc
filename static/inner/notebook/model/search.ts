/** Finds pages by the words in them, whatever their case and accents. */

import { cut, fold, mark, type Piece, wordsOf } from "../../shared/marking.ts";
import type { Page } from "./notebook.ts";

/** A page that has every word, with the line that shows best why. */
export interface Found {
  readonly page: Page;
  readonly name: readonly Piece[];
  /** Empty when only the name has the words. */
  readonly line: readonly Piece[];
}

/** Find the pages that have every word of `query`; an empty query finds none. */
export function find(pages: readonly Page[], query: string): readonly Found[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return pages.filter((page) => hasAll(page, words)).map((page) => show(page, words));
}

function hasAll({ name, lines }: Page, words: readonly string[]): boolean {
  const all = fold([name, ...lines.map(({ text }) => text)].join("\n"));
  return words.every((word) => all.includes(word));
}

function show(page: Page, words: readonly string[]): Found {
  const paragraphs = page.lines.flatMap(({ text }) => text.split("\n"));
  const count = (text: string): number =>
    words.filter((word) => fold(text).includes(word)).length;
  const best = paragraphs.reduce(
    (before, text) => (count(text) > before.hits ? { text, hits: count(text) } : before),
    { text: "", hits: 0 },
  );
  return { page, name: mark(page.name, words), line: mark(cut(best.text, words), words) };
}
