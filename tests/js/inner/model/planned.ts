/** A small plan for tests of how it is arranged. */

import type {
  Chapter,
  Prompt,
  PromptKind,
  Section,
} from "../../../../static/inner/model/content.ts";
import { type Document, makeDocument } from "../../../../static/inner/model/document.ts";
import {
  type PlanContent,
  type ShownSection,
  wholePlan,
} from "../../../../static/inner/model/whole.ts";

const prompt = (id: string, kind: PromptKind): Prompt => ({
  ...{ id, kind, name: `prompt ${id}`, help: "", starters: [], link: "", record: null },
});

const section = (id: string, chapters: readonly Chapter[]): Section => ({
  ...{ id, name: `section ${id}`, about: "", chapters, isStepwise: false },
  prompts: [prompt("one", "list"), prompt("two", "text"), prompt("day", "date")],
});

/** Three sections; the priority lifts the last. */
export const content: PlanContent = {
  sections: [section("a", ["now"]), section("b", ["leave"]), section("c", ["after"])],
  priorities: [{ id: "lift", name: "", sections: ["c"] }],
  namelessSection: "own page",
  nameless: { text: "notes", list: "list", have: "things", date: "day", yesno: "q" },
};

/** A document of which nothing is known yet. */
export const start: Document = makeDocument(null);

/** The plan of a document. */
export const planOf = (document: Document): readonly ShownSection[] =>
  wholePlan(content, document);

/** The ids of anything that has them, as one text. */
export const ids = (all: readonly { readonly id: string }[]): string =>
  all.map(({ id }) => id).join(" ");
