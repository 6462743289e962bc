/** Reads a kept document back, defensively: whatever is missing or odd becomes its usual value. */

import type { Kit, LeaveChoices } from "../../cover/base/host.ts";
import {
  type Document,
  type Felt,
  type FirstRun,
  makeDocument,
  type Settings,
  STEPS,
} from "./document.ts";
import { readAnswers } from "./readanswers.ts";
import { readCheckIn } from "./readcheckins.ts";
import { readCalm } from "./readcalm.ts";
import { readFrame } from "./readframe.ts";
import { readKit } from "./readkit.ts";
import { readPerson } from "./readpeople.ts";
import { readReminder } from "./readreminder.ts";
import {
  fieldsOf,
  list,
  MAX_ITEMS,
  oneOf,
  parse,
  string,
  table,
  whole,
  word,
} from "./raw.ts";

const MAX_IDLE_SECONDS = 3_600;

/** Read JSON text from the box; text that is no document gives a new one. */
export function readDocument(text: string | null, kit: Kit | null = null): Document {
  const usual = makeDocument(kit);
  const raw = fieldsOf<Document>(parse(text));
  if (raw === null) return usual;
  // What grows with the years is read when it is first asked for: Home needs none of it.
  const people = once(() => list(raw.people, readPerson));
  const answers = once(() => readAnswers(raw.answers));
  const checkIns = once(() => list(raw.checkIns, readCheckIn));
  const calm = once(() => readCalm(raw.calm));
  return {
    version: 1,
    settings: readSettings(raw.settings, usual.settings),
    kit: readKit(raw.kit) ?? kit,
    firstRun: readFirstRun(raw.firstRun),
    priorities: list(raw.priorities, word),
    get people() {
      return people();
    },
    get answers() {
      return answers();
    },
    plan: readFrame(raw.plan),
    tools: table(raw.tools, readFelt),
    get checkIns() {
      return checkIns();
    },
    get calm() {
      return calm();
    },
    reminder: readReminder(raw.reminder),
  };
}

/** Read the first time that it is asked for, and then give the same again. */
function once<T extends object>(read: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= read());
}

function readSettings(value: unknown, usual: Settings): Settings {
  const raw = fieldsOf<Settings>(value);
  if (raw === null) return usual;
  return {
    leaving: readLeaving(raw.leaving, usual.leaving),
    language: string(raw.language, usual.language),
    country: string(raw.country, usual.country),
    coverName: string(raw.coverName),
    isBillKnown: raw.isBillKnown === true,
    isTextKnown: raw.isTextKnown === true,
    notNow: list(raw.notNow, word),
  };
}

function readLeaving(value: unknown, usual: LeaveChoices): LeaveChoices {
  const raw = fieldsOf<LeaveChoices>(value);
  if (raw === null) return usual;
  return {
    idleSeconds: whole(raw.idleSeconds, usual.idleSeconds, MAX_IDLE_SECONDS),
    onFaceDown: raw.onFaceDown === true,
    onShake: raw.onShake === true,
    exitSite: string(raw.exitSite),
  };
}

function readFirstRun(value: unknown): FirstRun {
  const raw = fieldsOf<FirstRun>(value);
  return {
    // A space that already exists has no first run unless it says so.
    step: oneOf(raw?.step, STEPS, "done"),
    practised: whole(raw?.practised, 0, MAX_ITEMS),
    isPractising: raw?.isPractising === true,
    practisedOn: string(raw?.practisedOn),
  };
}

function readFelt(value: unknown): Felt | null {
  const raw = fieldsOf<Felt>(value);
  if (raw === null) return null;
  const max = Number.MAX_SAFE_INTEGER;
  return {
    better: whole(raw.better, 0, max),
    same: whole(raw.same, 0, max),
    worse: whole(raw.worse, 0, max),
  };
}
