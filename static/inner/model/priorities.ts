/** What matters first, and what that lifts up. */

import type { Priority, Section } from "./content.ts";

/** Add `id` at the end, or take it out. */
export function toggle(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
}

const MAX_FIRST = 3;

/** The sections that the chosen priorities lift up, at most three, without those put away. */
export function firstSections(
  content: {
    readonly sections: readonly Section[];
    readonly priorities: readonly Priority[];
  },
  chosen: readonly string[],
  notNow: readonly string[],
): readonly Section[] {
  const { sections, priorities } = content;
  const ids = chosen.flatMap(
    (id) => priorities.find((each) => each.id === id)?.sections ?? [],
  );
  return [...new Set(ids)]
    .filter((id) => !notNow.includes(id))
    .flatMap((id) => sections.find((section) => section.id === id) ?? [])
    .slice(0, MAX_FIRST);
}
