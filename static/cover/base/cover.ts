/** What a cover is: one disguise, a small app that knows nothing of the box. */

import type { Reminders } from "./host.ts";
import type { Translate } from "./words.ts";

/** What the page lends to the cover that it shows. */
export interface CoverContext {
  /** Element the cover fills; nothing else writes into it. */
  readonly root: HTMLElement;
  readonly translate: Translate;
  /** BCP 47 language of the page as the phone's country writes it, for numbers, dates and sorting. */
  readonly language: string;
  /** A line on the phone's own screen now and then; a cover may offer it. */
  readonly reminders: Reminders;
  /** What stands under "About this app": a line and whether it is so. */
  about(): readonly (readonly [string, boolean])[];
  /** Keep the cover's data (JSON text); the newest call wins. Never include a pending entry. */
  save(data: string): void;
  /**
   * Report one finished entry: a new list item, a sum when `=` was pressed.
   *
   * Call it for every entry, at once, and show the entry without waiting. Resolves `true` when
   * the entry was not meant for the cover: take it off the screen and never save it. Resolves
   * `false` for an ordinary entry: it may be saved from now on. Never rejects.
   */
  entered(text: string): Promise<boolean>;
}

/** What the page asks of a mounted cover. */
export interface CoverView {
  /** Show kept data (JSON text, `null` when there is none yet); unreadable data shows as none. */
  show(data: string | null): void;
  /** Show that another window has the data (`true`) or that it is here again. */
  away(isAway: boolean): void;
  /** Move focus to the cover's own heading without a sound. */
  focus(): void;
  /** Whether nothing is begun that a fresh page would not have: a text, a sum, a chance to undo. */
  isAtRest(): boolean;
}

/** Build the cover inside `context.root`, in its empty state, and return its handle. */
export type MountCover = (context: CoverContext) => CoverView;
