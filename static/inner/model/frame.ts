/** How the person arranged the plan: order, names, own parts, what to look at again, the card. */

import type { Chapter, PromptKind } from "./content.ts";
import type { Item } from "./document.ts";

/** Kinds of prompts that a person can make. */
export const OWN_KINDS = [
  "text",
  "list",
  "have",
  "date",
  "yesno",
] as const satisfies readonly PromptKind[];
export type OwnKind = (typeof OWN_KINDS)[number];

/** Most sections of one's own, prompts of one's own in a section, and lines of the card. */
export const MAX_OWN_SECTIONS = 40;
export const MAX_OWN_PROMPTS = 40;
export const MAX_CARD_LINES = 8;

/** Longest name of a section or prompt, in UTF-16 units. */
export const MAX_NAME = 120;

/** What the person changed about one prompt. */
export interface PromptFrame {
  /** The person's own name for it; empty for the usual one. */
  readonly name: string;
  /** Put away with "not now". */
  readonly isAway: boolean;
  /** ISO day from which on it asks to be looked at again; empty for never. */
  readonly again: string;
}

/** A prompt that the person made; its name stands in its `PromptFrame`. */
export interface OwnPrompt {
  readonly id: string;
  readonly kind: OwnKind;
}

/** What the person changed about one section. */
export interface SectionFrame {
  readonly name: string;
  readonly again: string;
  /** Ids of its prompts in the person's order; empty for the usual one. */
  readonly order: readonly string[];
  readonly own: readonly OwnPrompt[];
  readonly prompts: Readonly<Record<string, PromptFrame>>;
}

/** A section that the person made; its name stands in its `SectionFrame`. */
export interface OwnSection {
  readonly id: string;
  readonly chapters: readonly Chapter[];
}

/** One line of the card. */
export interface CardLine extends Item {
  /** What it was taken from; empty for a line of one's own. */
  readonly from: string;
  /** What stood there; while the line says the same, it follows its source. */
  readonly seen: string;
}

/** Everything the person arranged. Sections put away stand in `settings.notNow`. */
export interface Frame {
  /** Ids of the sections in the person's order; empty for the usual one. */
  readonly order: readonly string[];
  readonly own: readonly OwnSection[];
  readonly sections: Readonly<Record<string, SectionFrame>>;
  readonly card: readonly CardLine[];
}

/** A plan that nobody arranged yet. */
export const USUAL_FRAME: Frame = { order: [], own: [], sections: {}, card: [] };

/** A section that nobody changed. */
export const USUAL_SECTION: SectionFrame = {
  name: "",
  again: "",
  order: [],
  own: [],
  prompts: {},
};

/** A prompt that nobody changed. */
export const USUAL_PROMPT: PromptFrame = { name: "", isAway: false, again: "" };
