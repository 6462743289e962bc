/** The small interface through which the inner app reaches the box, the exit and the phone. */

import type { Bytes } from "./bytes.ts";
import type { TextBoxes } from "./textbox.ts";

/** How the box is kept: a private file, database rows, or nowhere (gone when the tab closes). */
export type Keeps = "file" | "rows" | "memory";

/** `full`: it does not fit; `refused`: the phone would not take it. Earlier data is untouched. */
export type SaveOutcome = "saved" | "full" | "refused";

/** `taken`: that secret already opens something here; `crowded`: no free region is left. */
export type CreateOutcome = SaveOutcome | "taken" | "crowded";

/** What an advocate prepared; what the server answers to a start code. */
export interface Kit {
  /** Neutral path of the pack, such as `/p/0f3a…`. */
  readonly pack: string;
  /** Neutral paths of the same pack in every language, by BCP 47 language. */
  readonly packs?: Readonly<Record<string, string>>;
  /** Neutral path of the pack for a second space; kits of earlier releases lack it. */
  readonly notes?: string;
  /** BCP 47 language of the pack. */
  readonly language: string;
  /** ISO 3166-1 alpha-2 country whose helplines come first. */
  readonly country: string;
  /** Outside page to go on to when leaving in a browser tab; empty for none. */
  readonly exitSite: string;
  /** The agency's own services, shown beside the helplines. */
  readonly services: readonly Service[];
  /** What the agency says of services and lines, signed; a kit of no agency lacks it. */
  readonly sheet?: SignedSheet;
  /** References of the services that were chosen; missing or `null` for all, later ones too. */
  readonly picked?: readonly string[] | null;
  /** Ids of lines that were left out. */
  readonly without?: readonly string[];
  /** What the agency found out about lines, out of the newest sheet that was taken. */
  readonly lines?: readonly LineWord[];
  /** Number of that sheet. */
  readonly edition?: number;
}

/** A sheet as the server signed it; `body` and `sign` are empty once it was taken. */
export interface SignedSheet {
  /** Neutral path of newer ones, such as `/s/0f3a…`. */
  readonly path: string;
  /** Base64 of the public key, an uncompressed point of P-256; it stays with the kit. */
  readonly key: string;
  readonly body: string;
  readonly sign: string;
}

/** One local service of a kit; what is not known is empty or missing. */
export interface Service {
  readonly name: string;
  readonly what: string;
  readonly call: string;
  readonly text: string;
  readonly hours: string;
  readonly ref?: string;
  /** Word to send to the number for texts. */
  readonly word?: string;
  readonly chat?: string;
  readonly where?: string;
  readonly languages?: string;
  readonly runBy?: string;
  readonly happens?: string;
  readonly notes?: string;
  /** ISO date. */
  readonly checkedOn?: string;
  /** Words in other languages, such as `what_es`. */
  readonly others?: Readonly<Record<string, string>>;
}

/** What an agency found out about one line; a field that is missing is as the content has it. */
export interface LineWord {
  readonly id: string;
  readonly state: "confirmed" | "corrected" | "hidden";
  /** ISO date. */
  readonly checkedOn: string;
  readonly call?: string;
  readonly text?: string;
  readonly word?: string;
  readonly chat?: string;
  readonly hours?: string;
  readonly notes?: string;
}

/** What the person chose about leaving; kept in their own data and told to the host on start. */
export interface LeaveChoices {
  /** Seconds without a touch until it leaves by itself; 0 for never. */
  readonly idleSeconds: number;
  readonly onFaceDown: boolean;
  readonly onShake: boolean;
  /** Outside page to go on to, in a browser tab only; empty for the cover alone. */
  readonly exitSite: string;
}

/** When to remind, in the words of the server's `/r`. */
export interface Rule {
  /** ISO weekdays, 1 for Monday. */
  readonly days: readonly number[];
  /** `HH:MM`, both on the same day. */
  readonly from: string;
  readonly to: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly every: { readonly count: number; readonly unit: "day" | "week" };
}

/**
 * Why there are no reminders.
 *
 * `unable`: this browser or window has no push; `blocked`: the browser was told no; `unasked`: its
 * question was put away; `none`: this server sends none; `unreached`: no answer.
 */
export type Hindrance = "unable" | "blocked" | "unasked" | "none" | "unreached";

/** How reminders stand on this phone; the endpoint is empty when they are off. */
export interface Standing {
  readonly endpoint: string;
  readonly hindrance: Hindrance | null;
}

/**
 * A reminder that is on: the id by which the server knows it, where its push arrives, and after how
 * many days without a word from this phone it rests.
 */
export interface Started {
  readonly id: string;
  readonly endpoint: string;
  readonly days: number;
}

/** The cover's reminders; there is one line on a phone, whoever turned it on. */
export interface Reminders {
  /** Look on this phone; asks the network for nothing. */
  stand(): Promise<Standing>;
  /** Look, and ask the server; gives after how many days one rests, or why there is none. */
  ask(): Promise<number | Hindrance>;
  /** The same without the days, as earlier packs ask. */
  check(): Promise<Hindrance | null>;
  /**
   * Turn on, or change: the browser asks the person if it never did, then `line` shows by `rule`.
   *
   * `known` is what an earlier start gave; any other reminder on this phone ends.
   */
  start(rule: Rule, line: string, known: Started | null): Promise<Started | Hindrance>;
  /** Turn off, here and, where `id` is not empty, at the server; `false`: neither could be done. */
  stop(id: string): Promise<boolean>;
}

/** What the cover hands to the inner app. */
export interface Host {
  /** Which cover this is, so that secrets fit it. */
  readonly cover: "list" | "calculator";
  readonly keeps: Keeps;
  /** Whether the cover runs as an installed app. */
  readonly isInstalled: boolean;
  /** The kit, on the first run after a start code; `null` when a secret opened the space. */
  readonly kit: Kit | null;
  /** What the person wrote (JSON text); `null` while there is no space yet. */
  readonly data: string | null;
  /** Element to render into, inside a shadow root with a style sheet list of its own. */
  readonly root: HTMLElement;
  /** Makes text boxes: code of the cover's, so that no pack carries it a second time. */
  readonly boxes: TextBoxes;
  /** Style the shadow root with this CSS text. */
  style(css: string): void;
  /** Keep `data`; resolves when it is on the disk. Without a space: `refused`. */
  save(data: string): Promise<SaveOutcome>;
  /**
   * Keep bytes beside the data: the pieces with these `ids` (16 hex digits) and `added`, no others.
   *
   * The box grows when they do not fit. On any other outcome than `saved` nothing was changed.
   */
  keepPieces(
    ids: readonly string[],
    added: readonly [id: string, bytes: Bytes] | null,
  ): Promise<SaveOutcome>;
  /** The bytes of one piece, a copy of one's own; `null` where there is none. */
  piece(id: string): Promise<Bytes | null>;
  /** Let the person pick one file of this kind with the phone's own picker; `null` for none. */
  pick(accept: string): Promise<File | null>;
  /**
   * Make a space that `secret` opens, holding this pack and `data`.
   *
   * `others` are secrets of spaces that may already be on this phone and must not be overwritten.
   */
  create(secret: string, data: string, others: readonly string[]): Promise<CreateOutcome>;
  /** Let `secret` open the present space instead of the old one. */
  changeSecret(secret: string): Promise<CreateOutcome>;
  /** Say how to leave from now on. */
  setLeaving(choices: LeaveChoices): void;
  /** Leave now, exactly as a touch on the Close button does. */
  leave(): void;
  /** Give `last()` a chance to hand over unsaved data (JSON text) on the way out. */
  onLeave(last: () => string | null): void;
  /** Overwrite every space on this phone, verify, then leave. `false`: the phone refused. */
  erase(everything: boolean): Promise<boolean>;
  /** Put text on the clipboard; it is cleared again on the way out. */
  copy(text: string): Promise<boolean>;
  /** Everyday words of the cover, to make a secret of; none where there are none. */
  items(language: string): Promise<readonly string[]>;
  /** Ask the server for the sheet at its neutral path; `null` when it cannot be had. */
  fetchSheet(path: string): Promise<string | null>;
  /** Fetch another pack (language) from the neutral path and keep it for the next opening. */
  changePack(path: string): Promise<boolean>;
  /**
   * Make, or make anew, a second space that `secret` opens, holding the pack at `path`.
   *
   * With `alsoErases` its next opening erases every other space. `others` as in `create`.
   * `refused` when the pack cannot be had or could not run in this page.
   */
  createSecond(
    secret: string,
    path: string,
    alsoErases: boolean,
    others: readonly string[],
  ): Promise<CreateOutcome>;
  /**
   * Renew the second space's pack from `path` if the running pack was renewed in this opening.
   *
   * Without a renewal, or without a second space, it asks the network for nothing.
   */
  refreshSecond(path: string): Promise<void>;
  /** Overwrite the second space; `refused` when that could not be done or verified. */
  removeSecond(): Promise<SaveOutcome>;
  hasSecond(): Promise<boolean>;
  /** Make, or replace, a secret whose typing erases every space and shows nothing. */
  createEraser(secret: string, others: readonly string[]): Promise<CreateOutcome>;
  removeEraser(): Promise<SaveOutcome>;
  hasEraser(): Promise<boolean>;
  /** `null` where a line from the cover would look odd. */
  readonly reminders: Reminders | null;
  /** Offer the browser's own install dialog; `false` where there is none. */
  install(): Promise<boolean>;
}

/** What a pack announces once it runs: how to start it. */
export type StartPack = (host: Host) => void;
