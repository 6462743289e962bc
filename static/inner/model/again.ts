/** What the person wanted to look at again, and on which day. */

import { isoDay } from "./days.ts";
import type { ShownSection } from "./whole.ts";

/** A section or prompt whose day has come. */
export interface Again {
  readonly section: string;
  /** Empty for the section as a whole. */
  readonly prompt: string;
  readonly name: string;
  /** The section's name under a prompt's; empty for a section. */
  readonly place: string;
}

/** How far ahead a person can put it. */
export type Span = "week" | "month" | "season";

/** What is to be looked at again on the ISO day `today`; what was put away does not ask. */
export function due(plan: readonly ShownSection[], today: string): readonly Again[] {
  const isDue = (again: string): boolean => again !== "" && again <= today;
  return plan
    .filter(({ isAway }) => !isAway)
    .flatMap(({ id, name, again, prompts }) => [
      ...(isDue(again) ? [{ section: id, prompt: "", name, place: "" }] : []),
      ...prompts
        .filter((prompt) => !prompt.isAway && isDue(prompt.again))
        .map((prompt) => ({
          ...{ section: id, prompt: prompt.id },
          ...{ name: prompt.name, place: name },
        })),
    ]);
}

/** The ISO day that lies `span` after `from`; a day that a month lacks becomes its last. */
export function later(from: Date, span: Span): string {
  const [year, month, date] = [from.getFullYear(), from.getMonth(), from.getDate()];
  if (span === "week") return isoDay(new Date(year, month, date + 7));
  const months = span === "month" ? 1 : 3;
  const last = new Date(year, month + months + 1, 0).getDate();
  return isoDay(new Date(year, month + months, Math.min(date, last)));
}
