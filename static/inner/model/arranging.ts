/** Changes to how the plan is arranged; each takes a document and gives the next. */

import type { Chapter } from "./content.ts";
import type { Answer, Document } from "./document.ts";
import {
  type Frame,
  MAX_OWN_PROMPTS,
  MAX_OWN_SECTIONS,
  type OwnKind,
  type OwnPrompt,
  type OwnSection,
  type PromptFrame,
  type SectionFrame,
  USUAL_PROMPT,
  USUAL_SECTION,
} from "./frame.ts";
import { inserted, without } from "./lines.ts";
import type { Edit } from "./store.ts";

/** Change the arrangement as a whole. */
export function arranged(edit: (plan: Frame) => Frame): Edit {
  return (document) => ({ ...document, plan: edit(document.plan) });
}

/** Change what is known about one section. */
export function sectionSet(
  id: string,
  edit: (frame: SectionFrame) => SectionFrame,
): Edit {
  return arranged((plan) => {
    const frame = edit(plan.sections[id] ?? USUAL_SECTION);
    return { ...plan, sections: { ...plan.sections, [id]: frame } };
  });
}

/** Change what is known about one prompt. */
export function promptSet(
  section: string,
  id: string,
  change: Partial<PromptFrame>,
): Edit {
  return sectionSet(section, (frame) => {
    const prompt = { ...(frame.prompts[id] ?? USUAL_PROMPT), ...change };
    return { ...frame, prompts: { ...frame.prompts, [id]: prompt } };
  });
}

/** Put a section away with "not now", or take it out again. */
export function sectionAway(id: string, isAway: boolean): Edit {
  return (document) => {
    const { settings } = document;
    const others = settings.notNow.filter((each) => each !== id);
    const notNow = isAway ? [...others, id] : others;
    return { ...document, settings: { ...settings, notNow } };
  };
}

/** Tell whether there is room for another section of one's own. */
export function hasRoom(document: Document): boolean {
  return document.plan.own.length < MAX_OWN_SECTIONS;
}

/** Add a section of one's own at the end; a full plan stays as it is. */
export function sectionAdded(id: string, chapters: readonly Chapter[]): Edit {
  return (document) =>
    hasRoom(document)
      ? arranged((plan) => ({ ...plan, own: [...plan.own, { id, chapters }] }))(document)
      : document;
}

/** Add a prompt of one's own at the end of a section; a full section stays as it is. */
export function promptAdded(section: string, id: string, kind: OwnKind): Edit {
  return sectionSet(section, (frame) =>
    frame.own.length < MAX_OWN_PROMPTS
      ? { ...frame, own: [...frame.own, { id, kind }] }
      : frame,
  );
}

/** Say in which chapters a section of one's own helps. */
export function chaptersSet(id: string, chapters: readonly Chapter[]): Edit {
  return arranged((plan) => ({
    ...plan,
    own: plan.own.map((each) => (each.id === id ? { id, chapters } : each)),
  }));
}

/** Delete a section of one's own with all that is in it; returns also how to bring it back. */
export function sectionDeleted(document: Document, id: string): [Edit, Edit] {
  const { own, sections } = document.plan;
  const place = own.findIndex((each) => each.id === id);
  const [section, frame, words] = [own[place], sections[id], document.answers[id]];
  const remove: Edit = (doc) => ({
    ...doc,
    plan: {
      ...doc.plan,
      own: without(doc.plan.own, id),
      sections: no(doc.plan.sections, id),
    },
    answers: no(doc.answers, id),
  });
  const restore: Edit = (doc) => ({
    ...doc,
    plan: {
      ...doc.plan,
      own: section ? inserted<OwnSection>(doc.plan.own, section, place) : doc.plan.own,
      sections: frame ? { ...doc.plan.sections, [id]: frame } : doc.plan.sections,
    },
    answers: words ? { ...doc.answers, [id]: words } : doc.answers,
  });
  return [remove, restore];
}

/** Delete a prompt of one's own with what was written there; returns also how to bring it back. */
export function promptDeleted(
  document: Document,
  section: string,
  id: string,
): [Edit, Edit] {
  const before = document.plan.sections[section] ?? USUAL_SECTION;
  const place = before.own.findIndex((each) => each.id === id);
  const [prompt, set] = [before.own[place], before.prompts[id]];
  const words: Answer | undefined = document.answers[section]?.[id];
  const remove: Edit = (doc) => ({
    ...sectionSet(section, (frame) => ({
      ...frame,
      own: without(frame.own, id),
      prompts: no(frame.prompts, id),
    }))(doc),
    answers: { ...doc.answers, [section]: no(doc.answers[section] ?? {}, id) },
  });
  const restore: Edit = (doc) => ({
    ...sectionSet(section, (frame) => ({
      ...frame,
      own: prompt ? inserted<OwnPrompt>(frame.own, prompt, place) : frame.own,
      prompts: set ? { ...frame.prompts, [id]: set } : frame.prompts,
    }))(doc),
    answers: words
      ? { ...doc.answers, [section]: { ...doc.answers[section], [id]: words } }
      : doc.answers,
  });
  return [remove, restore];
}

/** A table without one key. */
function no<T>(
  all: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));
}
