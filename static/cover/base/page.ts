/** Read what the server wrote into the page: language, words, addresses. */

/** The page's data block. */
export interface Page {
  readonly cover: "list" | "calculator";
  readonly language: string;
  /** English text to text in the page's language. */
  readonly words: Readonly<Record<string, string>>;
  /** Address of the box worker. */
  readonly keeper: string;
  /** Addresses of the everyday words, by language; none where the cover takes no words. */
  readonly items: Readonly<Record<string, string>>;
  /** SHA-256 sources of every pack the CSP lets run, the current release's first. */
  readonly known: readonly string[];
  /** How many of `known` belong to the current release. */
  readonly fresh: number;
}

/** Read the page's data block; the server wrote it, so its shape is trusted. */
export function readPage(): Page {
  return JSON.parse(document.getElementById("d")?.textContent ?? "") as Page;
}
