/** The plan engine: reads and changes what stands under a prompt; knows nothing of screens. */

import type { Chapter, Priority, Prompt, PromptKind, Section } from "./content.ts";
import type { Answer, Document, Supply } from "./document.ts";
import { isBlank, makeRecord } from "./records.ts";

/** The kind of answer that each kind of prompt takes. */
export interface AnswerKinds {
  readonly text: "text";
  readonly list: "list";
  readonly contact: "people";
  readonly date: "date";
  readonly yesno: "choice";
  readonly have: "supplies";
  readonly records: "records";
}

/** The answer that a prompt of kind `K` takes. */
export type AnswerTo<K extends PromptKind> = Extract<
  Answer,
  { readonly kind: AnswerKinds[K] }
>;

const EMPTY: { readonly [K in PromptKind]: AnswerTo<K> } = {
  text: { kind: "text", text: "" },
  list: { kind: "list", items: [] },
  contact: { kind: "people", ids: [] },
  date: { kind: "date", date: "" },
  yesno: { kind: "choice", choice: "" },
  have: { kind: "supplies", items: [] },
  records: { kind: "records", items: [] },
};

/** Where an answer stands. */
export interface Place<K extends PromptKind = PromptKind> {
  readonly section: string;
  readonly prompt: string;
  readonly kind: K;
}

/** Read the answer at `place`; one of another kind, from an older plan, counts as none. */
export function answerAt<K extends PromptKind>(
  document: Document,
  place: Place<K>,
): AnswerTo<K> {
  const empty = EMPTY[place.kind];
  const found = document.answers[place.section]?.[place.prompt];
  const fitting = empty.kind === "records" ? asRecords(found) : found;
  return fitting?.kind === empty.kind ? (fitting as AnswerTo<K>) : empty;
}

/** A list that was written before its prompt had fields: each line is a record's first line. */
function asRecords(found: Answer | undefined): Answer | undefined {
  if (found?.kind !== "list") return found;
  return { kind: "records", items: found.items.map(makeRecord) };
}

/** Change the answer at `place`. */
export function answered<K extends PromptKind>(
  document: Document,
  place: Place<K>,
  edit: (answer: AnswerTo<K>) => AnswerTo<K>,
): Document {
  const { answers } = document;
  const section = {
    ...answers[place.section],
    [place.prompt]: edit(answerAt(document, place)),
  };
  return { ...document, answers: { ...answers, [place.section]: section } };
}

/** Tell whether anything was written. */
export function isWritten(answer: Answer): boolean {
  switch (answer.kind) {
    case "text":
      return answer.text.trim() !== "";
    case "supplies":
      return !answer.items.every(isUnsaid);
    case "list":
      return answer.items.some((item) => item.text.trim() !== "");
    case "records":
      return !answer.items.every(isBlank);
    case "people":
      return answer.ids.length > 0;
    case "date":
      return answer.date !== "";
    case "choice":
      return answer.choice !== "";
  }
}

/** Tell whether nothing at all is said about a thing. */
export function isUnsaid({ text, state, where }: Supply): boolean {
  return (text + state + where).trim() === "";
}

/** Tell whether anything was written in a section. */
export function isBegun(document: Document, section: Section): boolean {
  return section.prompts.some(({ id, kind }) =>
    isWritten(answerAt(document, { section: section.id, prompt: id, kind })),
  );
}

/** The starters that are not among `written` yet. */
export function openStarters(
  prompt: Prompt,
  written: readonly string[],
): readonly string[] {
  const there = new Set(written.map((text) => text.trim()));
  return prompt.starters.filter((starter) => !there.has(starter));
}

/** The sections of a chapter (`null`: of all), what matters first at the front. */
export function ordered<T extends Section>(
  sections: readonly T[],
  priorities: readonly Priority[],
  chosen: readonly string[],
  chapter: Chapter | null,
): readonly T[] {
  const first = chosen.flatMap(
    (id) => priorities.find((each) => each.id === id)?.sections ?? [],
  );
  const rank = ({ id }: Section): number => {
    const at = first.indexOf(id);
    return at < 0 ? first.length : at;
  };
  // `filter` made a copy of its own, so sorting in place touches nobody else's list.
  return sections
    .filter((section) => chapter === null || section.chapters.includes(chapter))
    .sort((a, b) => rank(a) - rank(b));
}
