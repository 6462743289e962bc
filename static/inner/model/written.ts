/** Everything that the person wrote, as one list of texts that know where they stand. */

import type { RecordField } from "./content.ts";
import type { Answer, Document, Person, RecordItem } from "./document.ts";
import { detail } from "./records.ts";
import type { Route } from "./route.ts";
import type { ShownPrompt, ShownSection } from "./whole.ts";

/** One text. */
export interface Written {
  /** Names it for good: the card follows what it was taken from by this. */
  readonly ref: string;
  readonly text: string;
  /** The section or person that it stands under; empty for those themselves. */
  readonly place: string;
  /** The prompt that it answers, or an ISO day; may be empty. */
  readonly prompt: string;
  readonly to: Route;
  /** A name only: it can be found, but it is no line for the card. */
  readonly isName: boolean;
}

/** Writes an ISO day in words. */
export type SayDay = (iso: string) => string;

/** List it: names and answers of the plan in its order, then people. */
export function written(
  plan: readonly ShownSection[],
  document: Document,
  sayDay: SayDay,
): readonly Written[] {
  return [
    ...plan.flatMap((section) => inSection(section, document, sayDay)),
    ...document.people.flatMap(inPerson),
  ];
}

function inSection(
  section: ShownSection,
  document: Document,
  sayDay: SayDay,
): readonly Written[] {
  const { id, name } = section;
  const to: Route = { name: "section", id };
  const own: Written = { ref: id, text: name, place: "", prompt: "", to, isName: true };
  return [
    own,
    ...section.prompts.flatMap((prompt) => {
      const answer = document.answers[id]?.[prompt.id];
      return inPrompt(section, prompt, answer, sayDay);
    }),
  ];
}

function inPrompt(
  section: ShownSection,
  prompt: ShownPrompt,
  answer: Answer | undefined,
  sayDay: SayDay,
): readonly Written[] {
  const to: Route = { name: "section", id: section.id, at: prompt.id };
  const ref = `${section.id}/${prompt.id}`;
  const at = { place: section.name, to };
  return [
    { ref, text: prompt.name, ...at, prompt: "", isName: true },
    ...textsOf(answer, prompt.record?.fields ?? [], sayDay)
      .filter(({ text }) => text !== "")
      .map(({ key, text }) => ({
        ...{ ref: `${ref}/${key}`, text, ...at },
        ...{ prompt: prompt.name, isName: false },
      })),
  ];
}

/** The texts of one answer, each with a key that stays the same. */
function textsOf(
  answer: Answer | undefined,
  fields: readonly RecordField[],
  sayDay: SayDay,
): readonly { readonly key: string; readonly text: string }[] {
  switch (answer?.kind) {
    case "text":
      return [{ key: "text", text: answer.text.trim() }];
    case "list":
      return answer.items.map(({ id, text }) => ({ key: id, text: text.trim() }));
    case "supplies":
      return answer.items.map(({ id, text, where }) => ({
        key: id,
        text: joined([text, where]),
      }));
    case "records":
      return answer.items.map((record) => ({
        key: record.id,
        text: joined([record.text, ...detailsOf(record, fields, sayDay)]),
      }));
    case "date":
      return [{ key: "date", text: sayDay(answer.date) }];
    default:
      return [];
  }
}

/** The details of a record in words; people are found by their own page. */
function detailsOf(
  record: RecordItem,
  fields: readonly RecordField[],
  sayDay: SayDay,
): readonly string[] {
  return fields.map(({ id, kind, options }) => {
    const value = detail(record, id);
    if (kind === "day") return value === "" ? "" : sayDay(value);
    if (kind === "person") return "";
    if (kind === "choice")
      return options.find((option) => option.id === value)?.name ?? "";
    return value;
  });
}

function inPerson(person: Person): readonly Written[] {
  const to: Route = { name: "person", id: person.id };
  const said = person.name.trim() || person.relation.trim();
  const ref = `people/${person.id}`;
  const line = (key: string, text: string): Written => ({
    ...{ ref: `${ref}/${key}`, text: text.trim(), place: said, prompt: "" },
    ...{ to, isName: false },
  });
  const { name, relation, number, email, chat, callsMe } = person;
  const { safeTimes, ifOther, codeWords, notes } = person;
  const first = { ...line("number", joined([name || relation, number])), place: "" };
  const only = Object.entries(person.allowed).map(([channel, permission]) =>
    line(channel, permission.only),
  );
  return [
    first,
    line("relation", name === "" ? "" : relation),
    line("email", email),
    line("chat", chat),
    line("callsMe", callsMe),
    line("safeTimes", safeTimes),
    line("ifOther", ifOther),
    line("codeWords", codeWords),
    line("notes", notes),
    ...only,
  ].filter(({ text }) => text !== "");
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" · ");
}
