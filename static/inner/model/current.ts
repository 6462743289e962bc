/** Helplines and services as they stand today, in the language of the pack. */

import type { Kit, LineWord, Service } from "../../cover/base/host.ts";
import type { Helpline } from "./content.ts";
import { TRANSLATED } from "./readkit.ts";

/** The lines with what the kit's agency found out, without those that it left out. */
export function currentLines(
  lines: readonly Helpline[],
  kit: Kit | null,
): readonly Helpline[] {
  const words = new Map((kit?.lines ?? []).map((each) => [each.id, each]));
  return lines.flatMap((line) => {
    if (kit?.without?.includes(line.id)) return [];
    const word = words.get(line.id);
    if (word === undefined) return [line];
    return word.state === "hidden" ? [] : [corrected(line, word)];
  });
}

/** A service with its words in `language`, where the agency wrote them. */
export function serviceIn(service: Service, language: string): Service {
  const { others } = service;
  if (others === undefined) return service;
  const own = TRANSLATED.flatMap((name) => {
    const text = others[`${name}_${language}`];
    return text === undefined || text === "" ? [] : [[name, text] as const];
  });
  return { ...service, ...Object.fromEntries(own) };
}

function corrected(line: Helpline, word: LineWord): Helpline {
  const number = word.text ?? line.text?.number ?? "";
  const toSend = word.word ?? line.text?.word ?? "";
  return {
    ...line,
    call: word.call ?? line.call,
    text: number === "" ? null : { number, word: toSend },
    chat: word.chat ?? line.chat,
    hours: word.hours ?? line.hours,
    note: word.notes ?? line.note,
    status: "checked",
    verifiedOn: word.checkedOn,
  };
}
