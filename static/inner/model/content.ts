/** The shapes of what the app says: `tools/content.py` writes them, the module `content` holds them. */

/** When in leaving a section helps; a section may belong to several chapters. */
export type Chapter = "now" | "leave" | "after";

/** How a prompt is answered. `have` is a list whose entries are had or still needed. */
export type PromptKind =
  "text" | "list" | "contact" | "date" | "yesno" | "have" | "records";

/** A screen that a prompt leads to, or `battery`: what the phone says of it; empty for none. */
export type PromptLink = "" | "calm" | "call" | "people" | "practice" | "battery";

/** How one field of a record is filled in; `number` is a number to call. */
export type FieldKind = "text" | "day" | "choice" | "number" | "person";

/** One answer of a `choice` field. */
export interface FieldOption {
  readonly id: string;
  readonly name: string;
}

/** One field of a record. */
export interface RecordField {
  readonly id: string;
  readonly kind: FieldKind;
  readonly name: string;
  /** Shown as soon as a record is opened; the others wait behind one touch. */
  readonly isFirst: boolean;
  readonly options: readonly FieldOption[];
  /** Said softly from `nearDays` days before the day; empty: nothing is said. */
  readonly near: string;
  readonly nearDays: number;
  /** Said softly once the day is over; empty: nothing is said. */
  readonly past: string;
}

/** What one record of a prompt holds besides its first line. */
export interface RecordShape {
  /** What the first line of each record is. */
  readonly headline: string;
  /** Records can be ticked off; those then stand last. */
  readonly isTicked: boolean;
  readonly fields: readonly RecordField[];
}

/** One question of a section. */
export interface Prompt {
  readonly id: string;
  readonly kind: PromptKind;
  readonly name: string;
  /** One or two sentences under the name; may be empty. */
  readonly help: string;
  /** Gentle first answers that can be tapped in. */
  readonly starters: readonly string[];
  readonly link: PromptLink;
  /** For `records` only. */
  readonly record: RecordShape | null;
}

/** One part of the plan. */
export interface Section {
  readonly id: string;
  /** Neutral: it stands on a list screen. */
  readonly name: string;
  readonly about: string;
  readonly chapters: readonly Chapter[];
  /** The prompts are steps that follow each other, and are numbered. */
  readonly isStepwise: boolean;
  readonly prompts: readonly Prompt[];
}

/** One thing that may matter most to a person; it lifts its sections up the plan. */
export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly sections: readonly string[];
}

/** What one breath does. */
export type BreathKind = "in" | "hold" | "out" | "rest";

/** One part of a breath, in seconds at ordinary speed. */
export interface BreathPhase {
  readonly kind: BreathKind;
  readonly seconds: number;
}

/** One way to breathe. */
export interface BreathPattern {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly phases: readonly BreathPhase[];
}

/** What is done in one part of a slow count: make tight, let go, keep cold. */
export type PhaseKind = "tense" | "loose" | "cold";

/** One part of a slow count, in seconds. */
export interface Phase {
  readonly kind: PhaseKind;
  readonly seconds: number;
}

/** One step of a tool; with `count` there are that many things to tap off. */
export interface ToolStep {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly count: number;
  /** Shown before the step begins, for steps that can stir things up; may be empty. */
  readonly care: string;
  /** A slow count that a tap starts; empty for none. */
  readonly phases: readonly Phase[];
  /** Name under which the person's own words for it are kept; empty for none. */
  readonly keeps: string;
}

/** How a tool works. */
export type ToolKind =
  "steps" | "breathing" | "tapping" | "wave" | "busy" | "comfort" | "talk" | "sounds";

/** One tool of Calm; `breathing` tools have patterns, most others steps. */
export interface Tool {
  readonly id: string;
  readonly kind: ToolKind;
  readonly name: string;
  readonly about: string;
  /** Who should be careful with it, said before it starts; may be empty. */
  readonly care: string;
  readonly steps: readonly ToolStep[];
  readonly patterns: readonly BreathPattern[];
  /** First sentences that can be tapped in. */
  readonly starters: readonly string[];
}

/** Who answers a helpline. */
export type RunBy = "charity" | "government" | "police" | "emergency";

/** A number to text, and the word to send; the word may be empty. */
export interface TextLine {
  readonly number: string;
  readonly word: string;
}

/** One helpline, as data. */
export interface Helpline {
  readonly id: string;
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly country: string;
  /** Neutral: it stands on a list screen. */
  readonly label: string;
  /** The line's own name, in its own language. */
  readonly name: string;
  readonly who: string;
  /** As written in its own country, or with `+` to be dialled from anywhere; may be empty. */
  readonly call: string;
  readonly text: TextLine | null;
  /** Web address of a chat, shown to copy; never opened from here. May be empty. */
  readonly chat: string;
  /** A sentence; empty when not known. */
  readonly hours: string;
  readonly languages: string;
  readonly runBy: RunBy;
  readonly onBill: "yes" | "no" | "unknown";
  /** How to call for those who hear little or nothing; may be empty. */
  readonly tty: string;
  /** What happens when you call. */
  readonly happens: string;
  /** What else to know; may be empty. */
  readonly note: string;
  /** Where the entry was found. */
  readonly source: string;
  /** ISO date of the last time a person dialled it; empty for never. */
  readonly verifiedOn: string;
  readonly status: "checked" | "unchecked";
}

/** A country that has helplines. */
export interface Country {
  readonly code: string;
  readonly name: string;
}

/** One page that the notebook starts with. */
export interface StarterPage {
  readonly id: string;
  readonly name: string;
  readonly kind: "text" | "list";
  /** Paragraphs of a text page, or entries of a list page. */
  readonly lines: readonly string[];
}
