/** What the person wrote: one plain object, kept as JSON text in the box. */

import type { Kit, LeaveChoices } from "../../cover/base/host.ts";
import type { CheckIn } from "./checkin.ts";
import { type Calm, makeCalm } from "./calm.ts";
import { type Reminder, USUAL_REMINDER } from "./reminder.ts";
import { type Frame, USUAL_FRAME } from "./frame.ts";

/** Whether a way to reach someone may be used; empty while the person has not said. */
export type Consent = "" | "yes" | "no" | "only";

/** The ways to reach someone that can be allowed one by one. */
export const CHANNELS = ["voicemail", "text", "email", "chat", "call"] as const;
export type Channel = (typeof CHANNELS)[number];

/** One channel's answer; `only` says what may be said or written when it is "only". */
export interface Permission {
  readonly consent: Consent;
  readonly only: string;
}

/** How near someone stands; empty while the person has not said. */
export const CIRCLES = ["", "with", "near", "far", "professional", "unsafe"] as const;
export type Circle = (typeof CIRCLES)[number];

/** Somebody in the person's life. */
export interface Person {
  readonly id: string;
  /** The name to use, which need not be the real one. */
  readonly name: string;
  readonly number: string;
  readonly email: string;
  /** Their name in a chat, and which chat. */
  readonly chat: string;
  /** What they call the person, which need not be the real name. */
  readonly callsMe: string;
  /** Who they are: sister, teacher, a neighbour. */
  readonly relation: string;
  readonly circle: Circle;
  readonly allowed: Readonly<Record<Channel, Permission>>;
  readonly safeTimes: string;
  /** What to say when someone else answers. */
  readonly ifOther: string;
  readonly codeWords: string;
  readonly notes: string;
}

/** One line of a list answer. */
export interface Item {
  readonly id: string;
  readonly text: string;
}

/** One thing that is there or still needed. */
export interface Supply extends Item {
  readonly state: "" | "have" | "need";
  readonly where: string;
}

/** One line with details by field, such as one medicine or one next step. */
export interface RecordItem extends Item {
  readonly details: Readonly<Record<string, string>>;
  readonly isDone: boolean;
}

/** What stands under one prompt of a section. */
export type Answer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Item[] }
  | { readonly kind: "people"; readonly ids: readonly string[] }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "choice"; readonly choice: "" | "yes" | "no" | "unsure" }
  | { readonly kind: "supplies"; readonly items: readonly Supply[] }
  | { readonly kind: "records"; readonly items: readonly RecordItem[] };

/** Answers by section and prompt. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

/** How a tool felt, counted. */
export interface Felt {
  readonly better: number;
  readonly same: number;
  readonly worse: number;
}

/** The steps of the first run, in order. */
export const STEPS = [
  "welcome",
  "limits",
  "install",
  "others",
  "secret",
  "again",
  "matters",
  "practice",
  "done",
] as const;
export type Step = (typeof STEPS)[number];

/** What the person set. */
export interface Settings {
  readonly leaving: LeaveChoices;
  /** BCP 47 language the person picked last. */
  readonly language: string;
  /** ISO 3166-1 code of the country whose helplines are shown; empty while nobody said. */
  readonly country: string;
  /** The person's own word for the cover; empty for its usual name. */
  readonly coverName: string;
  /** Whether the note about bills and call lists was shown before a call, and before a text. */
  readonly isBillKnown: boolean;
  readonly isTextKnown: boolean;
  /** Sections the person put away with "not now". */
  readonly notNow: readonly string[];
}

/** How far the first run and the practice came. */
export interface FirstRun {
  readonly step: Step;
  /** How often the person left and came back for practice. */
  readonly practised: number;
  /** A practice is under way: the next opening counts. */
  readonly isPractising: boolean;
  /** ISO day of the last time; empty for never. */
  readonly practisedOn: string;
}

/** Everything that is kept. */
export interface Document {
  readonly version: 1;
  readonly settings: Settings;
  readonly kit: Kit | null;
  readonly firstRun: FirstRun;
  /** Ids of the priorities that the person picked, in their order. */
  readonly priorities: readonly string[];
  readonly people: readonly Person[];
  readonly answers: Answers;
  /** How the plan was arranged. */
  readonly plan: Frame;
  readonly tools: Readonly<Record<string, Felt>>;
  /** The newest first. */
  readonly checkIns: readonly CheckIn[];
  readonly calm: Calm;
  readonly reminder: Reminder;
}

/** Longest text of one answer, in UTF-16 units; fields stop here, so nothing typed is ever cut. */
export const MAX_TEXT = 20_000;

/** Seconds without a touch until it leaves by itself, unless the person says otherwise. */
export const USUAL_IDLE_SECONDS = 180;

/** Make an id for a new person or line from `random` bytes of the phone. */
export function makeId(random: Crypto = crypto): string {
  const bytes = random.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Make someone of whom nothing is known yet. */
export function makePerson(id: string): Person {
  const unsaid: Permission = { consent: "", only: "" };
  return {
    id,
    name: "",
    number: "",
    email: "",
    chat: "",
    callsMe: "",
    relation: "",
    circle: "",
    allowed: {
      voicemail: unsaid,
      text: unsaid,
      email: unsaid,
      chat: unsaid,
      call: unsaid,
    },
    safeTimes: "",
    ifOther: "",
    codeWords: "",
    notes: "",
  };
}

/** Make the document of someone who just started, with what an advocate prepared. */
export function makeDocument(kit: Kit | null): Document {
  return {
    version: 1,
    settings: {
      leaving: {
        idleSeconds: USUAL_IDLE_SECONDS,
        onFaceDown: false,
        onShake: false,
        exitSite: kit?.exitSite ?? "",
      },
      language: kit?.language ?? "",
      country: kit?.country ?? "",
      coverName: "",
      isBillKnown: false,
      isTextKnown: false,
      notNow: [],
    },
    kit,
    firstRun: { step: "welcome", practised: 0, isPractising: false, practisedOn: "" },
    priorities: [],
    people: [],
    answers: {},
    plan: USUAL_FRAME,
    tools: {},
    checkIns: [],
    calm: makeCalm(),
    reminder: USUAL_REMINDER,
  };
}
