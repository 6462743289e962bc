/** Holds the document, keeps it as the person types, and says how the keeping went. */

import type { Host, SaveOutcome } from "../../cover/base/host.ts";
import { Cell, useCell } from "./cell.ts";
import type { Document } from "./document.ts";
import { useInside } from "./inside.ts";

/** Longest time from a change to its save. */
export const SAVE_DELAY_MS = 250;

/** How the keeping stands; `unkept`: there is no space yet that could keep anything. */
export type Keeping = "kept" | "saving" | "unkept" | Exclude<SaveOutcome, "saved">;

/** A function from one document to the next. */
export type Edit = (document: Document) => Document;

/** Delays a call; returns a function that cancels it. Passed in so that tests need no clock. */
export type Delay = (call: () => void, ms: number) => () => void;

/** The one place where the document changes. */
export class Store {
  readonly document: Cell<Document>;
  readonly keeping: Cell<Keeping>;
  readonly #host: Pick<Host, "save">;
  readonly #delay: Delay;
  #hasSpace: boolean;
  #unsaved: Document | null = null;
  #cancelDelay: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(
    host: Pick<Host, "save">,
    start: Document,
    hasSpace: boolean,
    delay: Delay,
  ) {
    this.#host = host;
    this.#delay = delay;
    this.#hasSpace = hasSpace;
    this.document = new Cell(start);
    this.keeping = new Cell<Keeping>(hasSpace ? "kept" : "unkept");
  }

  get hasSpace(): boolean {
    return this.#hasSpace;
  }

  /** Replace the document by `edit` of it and keep the result soon. */
  readonly change = (edit: Edit): void => {
    const next = edit(this.document.value);
    if (next === this.document.value) return;
    this.document.set(next);
    this.#unsaved = next;
    if (!this.#hasSpace) return;
    this.keeping.set("saving");
    this.#cancelDelay ??= this.#delay(() => void this.flush(), SAVE_DELAY_MS);
  };

  /** Keep what is not kept yet, now; resolves when nothing is left to keep or it failed. */
  readonly flush = (): Promise<void> => {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  };

  /** The document as text when its newest state is not on the disk; for the way out. */
  readonly last = (): string | null =>
    this.#hasSpace && this.#unsaved !== null ? JSON.stringify(this.#unsaved) : null;

  /** A space that keeps `kept` exists from now on. */
  readonly spaceMade = (kept: Document): void => {
    this.#hasSpace = true;
    this.keeping.set("kept");
    if (this.document.value === kept) this.#unsaved = null;
    else void this.flush();
  };

  async #saveAll(): Promise<void> {
    while (this.#hasSpace && this.#unsaved !== null) {
      const saving = this.#unsaved;
      this.keeping.set("saving");
      const outcome = await this.#trySave(saving);
      if (outcome !== "saved") {
        // The text stays in `last()`, and the next change tries again.
        this.keeping.set(outcome);
        return;
      }
      if (this.#unsaved === saving) {
        this.#unsaved = null;
        this.keeping.set("kept");
      }
    }
  }

  async #trySave(document: Document): Promise<SaveOutcome> {
    try {
      return await this.#host.save(JSON.stringify(document));
    } catch {
      return "refused";
    }
  }
}

/** What `useDocument` gives a screen. */
export interface Kept {
  readonly document: Document;
  readonly change: (edit: Edit) => void;
}

/** The document and the way to change it: `const { document, change } = useDocument()`. */
export function useDocument(): Kept {
  const { store } = useInside();
  return { document: useCell(store.document), change: store.change };
}
