/** Finds pages by the words in them, whatever their case and accents. */

import type { Page } from "./notebook.ts";

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** A page that has every word, with the line that shows best why. */
export interface Found {
  readonly page: Page;
  readonly name: readonly Piece[];
  /** Empty when only the name has the words. */
  readonly line: readonly Piece[];
}

const LINE_LENGTH = 90;
const LEAD_LENGTH = 24;

/** Make text comparable: small letters, no accents. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Find the pages that have every word of `query`; an empty query finds none. */
export function find(pages: readonly Page[], query: string): readonly Found[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
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

/** Shorten a long paragraph around its first hit. */
function cut(text: string, words: readonly string[]): string {
  if (text.length <= LINE_LENGTH) return text;
  const first = mark(text, words).find(({ isHit }) => !isHit)?.text.length ?? 0;
  const isAtStart = mark(text, words)[0]?.isHit === true || first <= LEAD_LENGTH;
  const from = isAtStart ? 0 : text.lastIndexOf(" ", first - LEAD_LENGTH) + 1;
  const to = from + LINE_LENGTH;
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}

/** Split text into hits and what stands between them. */
export function mark(text: string, words: readonly string[]): readonly Piece[] {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const folded = letters.map(fold);
  const isHit = letters.map(() => false);
  for (const word of words) {
    for (const at of folded.keys()) {
      const length = lengthAt(folded, at, word);
      isHit.fill(true, at, at + length);
    }
  }
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = pieces.at(-1);
    if (last && last.isHit === isHit[at]) last.text += letter;
    else pieces.push({ text: letter, isHit: isHit[at] === true });
  }
  return pieces;
}

/** How many letters from `at` on begin with `word`; 0 when they do not. */
function lengthAt(folded: readonly string[], at: number, word: string): number {
  let seen = "";
  for (let end = at; end < folded.length && seen.length < word.length; end += 1) {
    seen += folded[end] ?? "";
    if (seen !== "" && seen.startsWith(word)) return end + 1 - at;
    if (!word.startsWith(seen)) return 0;
  }
  return 0;
}
