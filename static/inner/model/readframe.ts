/** Reads back how the plan was arranged. */

import type { Chapter } from "./content.ts";
import {
  type CardLine,
  type Frame,
  MAX_CARD_LINES,
  MAX_NAME,
  MAX_OWN_PROMPTS,
  MAX_OWN_SECTIONS,
  OWN_KINDS,
  type OwnPrompt,
  type OwnSection,
  type PromptFrame,
  type SectionFrame,
} from "./frame.ts";
import { fieldsOf, list, string, table, word } from "./raw.ts";

const CHAPTERS: readonly Chapter[] = ["now", "leave", "after"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Read it; documents of earlier releases say nothing, and then nothing is arranged. */
export function readFrame(value: unknown): Frame {
  const raw = fieldsOf<Frame>(value);
  return {
    order: list(raw?.order, word),
    own: list(raw?.own, readSection).slice(0, MAX_OWN_SECTIONS),
    sections: table(raw?.sections, readSectionFrame),
    card: list(raw?.card, readLine).slice(0, MAX_CARD_LINES),
  };
}

function readSection(value: unknown): OwnSection | null {
  const raw = fieldsOf<OwnSection>(value);
  const id = word(raw?.id);
  if (id === null) return null;
  const chapters = list(raw?.chapters, word);
  return { id, chapters: CHAPTERS.filter((each) => chapters.includes(each)) };
}

function readSectionFrame(value: unknown): SectionFrame | null {
  const raw = fieldsOf<SectionFrame>(value);
  if (raw === null) return null;
  return {
    name: name(raw.name),
    again: day(raw.again),
    order: list(raw.order, word),
    own: list(raw.own, readPrompt).slice(0, MAX_OWN_PROMPTS),
    prompts: table(raw.prompts, readPromptFrame),
  };
}

function readPrompt(value: unknown): OwnPrompt | null {
  const raw = fieldsOf<OwnPrompt>(value);
  const id = word(raw?.id);
  const kind = OWN_KINDS.find((each) => each === raw?.kind);
  return id === null || kind === undefined ? null : { id, kind };
}

function readPromptFrame(value: unknown): PromptFrame | null {
  const raw = fieldsOf<PromptFrame>(value);
  if (raw === null) return null;
  return { name: name(raw.name), isAway: raw.isAway === true, again: day(raw.again) };
}

function readLine(value: unknown): CardLine | null {
  const raw = fieldsOf<CardLine>(value);
  const id = word(raw?.id);
  if (id === null) return null;
  return {
    id,
    text: string(raw?.text),
    from: string(raw?.from),
    seen: string(raw?.seen),
  };
}

function name(value: unknown): string {
  return string(value).slice(0, MAX_NAME);
}

function day(value: unknown): string {
  const text = string(value);
  return DAY.test(text) ? text : "";
}
