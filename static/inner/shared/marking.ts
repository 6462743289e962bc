/** Marks what was looked for in a text, whatever its case and accents. */

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const LINE_LENGTH = 90;
const LEAD_LENGTH = 24;

/** Make text comparable: small letters, no accents. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a search, made comparable. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** Shorten a long paragraph around its first hit. */
export function cut(text: string, words: readonly string[]): string {
  if (text.length <= LINE_LENGTH) return text;
  const first = mark(text, words).find(({ isHit }) => !isHit)?.text.length ?? 0;
  const isAtStart = mark(text, words)[0]?.isHit === true || first <= LEAD_LENGTH;
  const from = isAtStart ? 0 : text.lastIndexOf(" ", first - LEAD_LENGTH) + 1;
  const to = from + LINE_LENGTH;
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}

/** Letters that each fold to one letter; most texts have no others. */
const EVEN = /^[\n\u0020-\u024f]*$/;

/** Split text into hits and what stands between them. */
export function mark(text: string, words: readonly string[]): readonly Piece[] {
  const whole = fold(text);
  if (EVEN.test(text) && whole.length === text.length) {
    return markEven(text, whole, words);
  }
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

/** The same for a text whose folded letters stand where its own do: many times as fast. */
function markEven(
  text: string,
  folded: string,
  words: readonly string[],
): readonly Piece[] {
  const isHit = new Uint8Array(text.length);
  for (const word of words) {
    let at = folded.indexOf(word);
    while (at >= 0) {
      isHit.fill(1, at, at + word.length);
      at = folded.indexOf(word, at + 1);
    }
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isHit[at] === isHit[from]) continue;
    pieces.push({ text: text.slice(from, at), isHit: isHit[from] === 1 });
    from = at;
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
