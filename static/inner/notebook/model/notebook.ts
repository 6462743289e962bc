/** What a notebook is: pages, each a run of text and check list entries. */

export const MAX_PAGES = 500;
export const MAX_LINES = 1_000;
/** Longest page name, in UTF-16 units. */
export const MAX_NAME = 200;
/** Longest text of one line, in UTF-16 units. */
export const MAX_TEXT = 20_000;

/** Colours a page can have. */
export const COLOURS = ["plain", "red", "yellow", "green", "blue", "violet"] as const;
export type Colour = (typeof COLOURS)[number];

/** Free text of one or more paragraphs. */
export interface TextLine {
  readonly kind: "text";
  readonly id: string;
  readonly text: string;
}

/** One entry of a check list. */
export interface Entry {
  readonly kind: "entry";
  readonly id: string;
  readonly text: string;
  readonly isDone: boolean;
}

/** One part of a page; entries that follow one another are a check list. */
export type Line = TextLine | Entry;

/** One page. */
export interface Page {
  readonly id: string;
  /** May be empty. */
  readonly name: string;
  readonly colour: Colour;
  readonly isPinned: boolean;
  readonly lines: readonly Line[];
}

/** The whole notebook, as it is kept. */
export interface Notebook {
  readonly version: 1;
  /** In the order the person gave them; pinned ones are only shown first. */
  readonly pages: readonly Page[];
}

/** Make an id that no other page or line has. */
export type NewId = () => string;

/** Make a text line. */
export function makeText(id: string, text = ""): TextLine {
  return { kind: "text", id, text };
}

/** Make an entry that is not done yet. */
export function makeEntry(id: string, text = ""): Entry {
  return { kind: "entry", id, text, isDone: false };
}

/** Make an empty page. */
export function makePage(newId: NewId): Page {
  return {
    ...{ id: newId(), name: "", colour: "plain", isPinned: false },
    lines: [makeText(newId())],
  };
}

/** How many entries a page has, and how many of them are done. */
export function tally({ lines }: Page): { readonly all: number; readonly done: number } {
  const entries = lines.filter((line) => line.kind === "entry");
  return { all: entries.length, done: entries.filter((entry) => entry.isDone).length };
}
