/** What every screen of the notebook is given. */

import type { SaveOutcome } from "../../cover/base/host.ts";
import type { Notebook } from "./model/notebook.ts";
import type { Edit } from "./model/pages.ts";

/** What is on the screen; `focus` says what a page starts with. */
export type Place =
  | { readonly name: "shelf" }
  | { readonly name: "page"; readonly id: string; readonly focus: "heading" | "name" };

/** Something that can be taken back. */
export interface Undo {
  readonly text: string;
  readonly edit: Edit;
}

/** The open notebook and what can be done with it. */
export interface Book {
  readonly notebook: Notebook;
  readonly outcome: SaveOutcome;
  /** Whether pages are gone when the window closes. */
  readonly isPassing: boolean;
  /** What was typed into the search field. */
  readonly query: string;
  change(edit: Edit): void;
  /** Show another place; what could be taken back no longer can. */
  go(place: Place): void;
  seek(query: string): void;
  /** Offer to take back what was just done. */
  offer(undo: Undo): void;
  readonly retry: () => void;
}
