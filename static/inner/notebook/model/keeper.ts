/** Holds the notebook while it is open and keeps it as the person types. */

import type { Host, SaveOutcome } from "../../../cover/base/host.ts";
import type { Notebook } from "./notebook.ts";
import type { Edit } from "./pages.ts";

/** Time from the first unsaved change to its save. */
export const WAIT_MS = 200;

/** Calls `work` later; the way to wait is passed in so that tests need no clock. */
export type Later = (work: () => void, ms: number) => void;

/** The notebook, and whether its newest state is on the disk. */
export class Keeper {
  #notebook: Notebook;
  #kept: Notebook;
  #isBusy = false;
  #outcome: SaveOutcome = "saved";
  #watcher: () => void = () => undefined;
  readonly #host: Pick<Host, "save">;
  readonly #later: Later;

  /** `notebook` counts as kept: starter pages are saved only once something in them changes. */
  constructor(host: Pick<Host, "save">, notebook: Notebook, later: Later) {
    this.#host = host;
    this.#later = later;
    this.#notebook = notebook;
    this.#kept = notebook;
  }

  get notebook(): Notebook {
    return this.#notebook;
  }

  /** How the last save went. */
  get outcome(): SaveOutcome {
    return this.#outcome;
  }

  /** Have `watcher` called after every change of the notebook or of the outcome. */
  watch(watcher: () => void): void {
    this.#watcher = watcher;
  }

  /** Change the notebook now and save it soon. */
  readonly change = (edit: Edit): void => {
    const next = edit(this.#notebook);
    if (next === this.#notebook) return;
    this.#notebook = next;
    this.#watcher();
    this.saveSoon();
  };

  /** Save soon what is not saved yet; also what a person asks for after a failure. */
  readonly saveSoon = (): void => {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#later(() => void this.#save(), WAIT_MS);
  };

  /** What is not on the disk yet, as JSON; `null` when everything is. */
  readonly last = (): string | null =>
    this.#notebook === this.#kept ? null : JSON.stringify(this.#notebook);

  async #save(): Promise<void> {
    const saving = this.#notebook;
    const outcome = await this.#try(JSON.stringify(saving));
    this.#isBusy = false;
    if (outcome === "saved") this.#kept = saving;
    if (outcome !== this.#outcome) {
      this.#outcome = outcome;
      this.#watcher();
    }
    // Typed meanwhile. A failed save is tried again only with the next change or when asked.
    if (this.#notebook !== saving) this.saveSoon();
  }

  async #try(data: string): Promise<SaveOutcome> {
    try {
      return await this.#host.save(data);
    } catch {
      return "refused";
    }
  }
}
