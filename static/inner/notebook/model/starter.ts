/** Makes the notebook that a person starts with. */

import type { StarterPage } from "../../model/content.ts";
import { COLOURS, makeEntry, makeText, type Notebook, type Page } from "./notebook.ts";

/** Turn starter pages into a notebook; ids come from the pages, so that the result is fixed. */
export function makeStarter(pages: readonly StarterPage[]): Notebook {
  return { version: 1, pages: pages.map(toPage) };
}

function toPage({ id, name, kind, lines }: StarterPage, place: number): Page {
  const end = makeText(`${id}-end`, kind === "text" ? lines.join("\n") : "");
  const entries = kind === "list" ? lines : [];
  return {
    ...{ id, name, isPinned: false },
    // Every page another colour, the plain one left out.
    colour: COLOURS[1 + (place % (COLOURS.length - 1))] ?? "plain",
    lines: [...entries.map((text, at) => makeEntry(`${id}-${at}`, text)), end],
  };
}
