/** What the person wrote beside the plan: lines about their days, and what they keep for Calm. */

import type { Tool } from "./content.ts";
import type { Document, Item } from "./document.ts";
import type { Written } from "./written.ts";

/** List it; `days` is what the screen with the check-ins is called, whose days stay ISO. */
export function jotted(
  { checkIns, calm }: Pick<Document, "checkIns" | "calm">,
  tools: readonly Tool[],
  days: string,
): readonly Written[] {
  const { words, sentences, lines, songs, pictures } = calm;
  const inTool = (
    isIt: (tool: Tool) => boolean,
    items: readonly Item[],
  ): readonly Written[] =>
    tools.filter(isIt).flatMap(({ id, name }) =>
      items.map((item) => ({
        ...{ ref: `${id}/${item.id}`, text: item.text.trim(), place: name, prompt: "" },
        ...{ to: { name: "tool", id }, isName: false },
      })),
    );
  return [
    ...checkIns.map(({ id, day, line }): Written => ({
      ...{ ref: `checkins/${id}`, text: line.trim(), place: days, prompt: day },
      ...{ to: { name: "checkins", at: id }, isName: false },
    })),
    ...inTool(({ kind }) => kind === "comfort", [...lines, ...songs, ...pictures]),
    ...inTool(({ kind }) => kind === "talk", sentences),
    ...Object.entries(words).flatMap(([id, text]) =>
      inTool((tool) => keeps(tool, id), [{ id, text }]),
    ),
  ].filter(({ text }) => text !== "");
}

/** Tell whether a tool asks for the words that are kept under `name`. */
function keeps({ kind, steps }: Tool, name: string): boolean {
  return name === "passing" ? kind === "wave" : steps.some((step) => step.keeps === name);
}
