/** Rows of an IndexedDB that only one window at a time can change. */

import { CoverError } from "../base/errors.ts";
import type { Place } from "./store.ts";

const table = "a";
// The row that holds the mark of whoever opened the database last.
const ownerRow = [-1, -1];
const strict: IDBTransactionOptions = { durability: "strict" };

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new CoverError("refused"));
  });
}

/**
 * Open the database `name` and become the one who may write to it.
 *
 * Where the disk is too full even for the mark, what is there can be read and nothing changed.
 */
export async function ownRows(name: string): Promise<OwnRows> {
  const database = await opened(indexedDB.open(name));
  database.onversionchange = () => database.close();
  const mark = crypto.randomUUID();
  const transaction = database.transaction(table, "readwrite", strict);
  transaction.objectStore(table).put(mark, ownerRow);
  const isOwner = await over(transaction).then(
    () => true,
    () => false,
  );
  return new OwnRows(database, isOwner ? mark : null);
}

/**
 * The rows, for whoever opened them last: a window that lost the box cannot write pages under the
 * one that took it, nor take what that one wrote for its own.
 *
 * Nobody waits for other connections to be closed. WebKit leaves those open for ever whose worker
 * was ended in the middle of something (bugs.webkit.org/show_bug.cgi?id=324094).
 */
export class OwnRows {
  readonly #database: IDBDatabase;
  readonly #mark: string | null;

  constructor(database: IDBDatabase, mark: string | null) {
    this.#database = database;
    this.#mark = mark;
  }

  /** Run `work` in one transaction; resolve when it is on the disk. */
  change(work: (rows: IDBObjectStore) => void): Promise<void> {
    if (this.#mark === null) return Promise.reject(new CoverError("full"));
    return this.#asOwner("readwrite", work);
  }

  async get(place: Place, row: number): Promise<unknown> {
    let kept: unknown;
    await this.#asOwner("readonly", (rows) => {
      const request: IDBRequest<unknown> = rows.get([place, row]);
      request.onsuccess = () => {
        kept = request.result;
      };
    });
    return kept;
  }

  close(): void {
    this.#database.close();
  }

  #asOwner(
    mode: IDBTransactionMode,
    work: (rows: IDBObjectStore) => void,
  ): Promise<void> {
    const transaction = this.#database.transaction(table, mode, strict);
    const rows = transaction.objectStore(table);
    const owner = rows.get(ownerRow);
    owner.onsuccess = () => {
      try {
        if (this.#mark !== null && owner.result !== this.#mark)
          throw new CoverError("refused");
        work(rows);
      } catch {
        transaction.abort();
      }
    };
    return over(transaction);
  }
}

// One that only reads is waited for as well: where a worker is ended with two of them not over,
// WebKit lets no other one begin, ever.
function over(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new CoverError("refused"));
  });
}
