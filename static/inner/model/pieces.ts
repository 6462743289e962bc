/** Keeps pictures and the voice as pieces of the box, and lets go of those that nothing names. */

import type { Bytes } from "../../cover/base/bytes.ts";
import type { Host, SaveOutcome } from "../../cover/base/host.ts";
import { type Calm, piecesOf } from "./calm.ts";
import type { Store } from "./store.ts";

/** One call after the other, so that none lets go of what another is just keeping. */
export class Pieces {
  readonly #store: Store;
  readonly #host: Pick<Host, "keepPieces" | "piece">;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, host: Pick<Host, "keepPieces" | "piece">) {
    this.#store = store;
    this.#host = host;
  }

  /** Whether there is a space that could keep any. */
  get canKeep(): boolean {
    return this.#store.hasSpace;
  }

  /** Keep `bytes`, and once they are on the disk name them in the document. */
  keep(
    id: string,
    bytes: Bytes,
    name: (calm: Calm) => Partial<Calm>,
  ): Promise<SaveOutcome> {
    return this.#after(async () => {
      const store = this.#store;
      const named = piecesOf(store.document.value.calm);
      const outcome = await this.#host.keepPieces([...named, id], [id, bytes]);
      if (outcome !== "saved") return outcome;
      store.change((doc) => ({ ...doc, calm: { ...doc.calm, ...name(doc.calm) } }));
      await store.flush();
      return outcome;
    });
  }

  /** The bytes of one piece. */
  read(id: string): Promise<Bytes | null> {
    return this.#host.piece(id);
  }

  /** Let go of every piece that the kept document does not name. */
  tidy(): Promise<void> {
    return this.#after(async () => {
      const store = this.#store;
      if (!store.hasSpace) return;
      await store.flush();
      // What could not be kept: the document on the disk may still name them.
      if (store.last() !== null) return;
      await this.#host.keepPieces(piecesOf(store.document.value.calm), null);
    });
  }

  #after<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => null);
    return done;
  }
}
