/** The card: up to eight lines to carry along, which follow what they were taken from. */

import type { Document } from "./document.ts";
import { type CardLine, MAX_CARD_LINES } from "./frame.ts";
import type { Edit } from "./store.ts";
import type { Written } from "./written.ts";

/** The lines as they read today: one that was not reworded says what its source says now. */
export function cardOf(
  card: readonly CardLine[],
  all: readonly Written[],
): readonly CardLine[] {
  const sources = new Map(all.map((each) => [each.ref, lineOf(each.text)]));
  return card.map((line) => {
    const source = sources.get(line.from);
    if (source === undefined || line.text !== line.seen) return line;
    return { ...line, text: source, seen: source };
  });
}

/** Put what was written on the card, or take it off again; a full card stays as it is. */
export function picked(source: Written, id: string): Edit {
  return (document) => {
    const { card } = document.plan;
    const others = card.filter(({ from }) => from !== source.ref);
    if (others.length < card.length) return withCard(document, others);
    if (isFull(card)) return document;
    const text = lineOf(source.text);
    return withCard(document, [...card, { id, text, from: source.ref, seen: text }]);
  };
}

/** A line whose numbers are not torn apart at the end of a row. */
export function unbroken(text: string): string {
  return text.replaceAll(/(?<=[\d)]) (?=[\d(])/g, "\u00a0");
}

/** Change the lines; what would not fit is left out. */
export function cardEdited(
  edit: (card: readonly CardLine[]) => readonly CardLine[],
): Edit {
  return (document) => withCard(document, edit(document.plan.card));
}

/** Tell whether no line can be added. */
export function isFull(card: readonly CardLine[]): boolean {
  return card.length >= MAX_CARD_LINES;
}

function withCard(document: Document, card: readonly CardLine[]): Document {
  const kept = card.slice(0, MAX_CARD_LINES);
  return { ...document, plan: { ...document.plan, card: kept } };
}

/** A text as one line of the card, whole: a number cut in two does harm. */
function lineOf(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, " · ");
}
