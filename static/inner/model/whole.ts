/** The plan as this person has it: the content's sections and their own, in their order and words. */

import { ordered } from "./answers.ts";
import type { Priority, Prompt, Section } from "./content.ts";
import type { Document } from "./document.ts";
import { type OwnKind, USUAL_PROMPT, USUAL_SECTION } from "./frame.ts";

/** A prompt with what the person changed about it. */
export interface ShownPrompt extends Prompt {
  readonly isOwn: boolean;
  readonly isAway: boolean;
  readonly again: string;
}

/** A section with what the person changed about it; prompts put away are among its prompts. */
export interface ShownSection extends Section {
  readonly prompts: readonly ShownPrompt[];
  readonly isOwn: boolean;
  readonly isAway: boolean;
  readonly again: string;
}

/** What the plan is made of, and the names of own parts that have none yet. */
export interface PlanContent {
  readonly sections: readonly Section[];
  readonly priorities: readonly Priority[];
  readonly namelessSection: string;
  readonly nameless: Readonly<Record<OwnKind, string>>;
}

/** All sections: in the person's own order, or else what matters first in front. */
export function wholePlan(
  content: PlanContent,
  document: Document,
): readonly ShownSection[] {
  const { plan, priorities } = document;
  const own = plan.own.map(({ id, chapters }): Section => {
    const name = content.namelessSection;
    return { id, name, about: "", chapters, isStepwise: false, prompts: [] };
  });
  const all = [...content.sections, ...own].map((section) =>
    shown(content, document, section),
  );
  const usual = ordered(all, content.priorities, priorities, null);
  return inOrder(usual, plan.order);
}

function shown(content: PlanContent, document: Document, section: Section): ShownSection {
  const frame = document.plan.sections[section.id] ?? USUAL_SECTION;
  const own = frame.own.map(({ id, kind }): Prompt => {
    const name = content.nameless[kind];
    return { id, kind, name, help: "", starters: [], link: "", record: null };
  });
  const prompts = [...section.prompts, ...own].map((prompt): ShownPrompt => {
    const { name, isAway, again } = frame.prompts[prompt.id] ?? USUAL_PROMPT;
    const isOwn = own.includes(prompt);
    return { ...prompt, name: name.trim() || prompt.name, isOwn, isAway, again };
  });
  return {
    ...section,
    name: frame.name.trim() || section.name,
    prompts: inOrder(prompts, frame.order),
    isOwn: document.plan.own.some(({ id }) => id === section.id),
    isAway: document.settings.notNow.includes(section.id),
    again: frame.again,
  };
}

/** Those that `order` names, in that order; then the others as they stand. */
export function inOrder<T extends { readonly id: string }>(
  all: readonly T[],
  order: readonly string[],
): readonly T[] {
  if (order.length === 0) return all;
  const place = new Map(order.map((id, at) => [id, at]));
  return [...all].sort(
    (a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size),
  );
}

/**
 * The order after `id` was put at place `to` among the `seen` ones.
 *
 * Those that are not seen, because they were put away, keep their place after the one before them.
 */
export function placed(
  all: readonly string[],
  seen: readonly string[],
  id: string,
  to: number,
): readonly string[] {
  const others = seen.filter((each) => each !== id);
  const before = others[Math.min(Math.max(to, 0), others.length)];
  const rest = all.filter((each) => each !== id);
  const last = others.at(-1);
  const at =
    before !== undefined
      ? rest.indexOf(before)
      : last === undefined
        ? rest.length
        : rest.indexOf(last) + 1;
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}
