/** Rows of an IndexedDB that only one window at a time can change. */

import { CoverError } from "../base/errors.ts";
import type { Place } from "./store.ts";

const table = "a";
// The row that holds the mark of whoever opened the database last.
const ownerRow = [-1, -1];

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new CoverError("refused"));
  });
}

/** Open the database `name` and become the one who may write to it. */
export async function ownRows(name: string): Promise<OwnRows> {
  const rows = new OwnRows(await opened(indexedDB.open(name)));
  await rows.own();
  return rows;
}

/**
 * The rows, written to only by whoever opened it last: a window that lost the box cannot write
 * pages under the one that took it.
 *
 * Nobody waits for other connections to be closed. WebKit leaves those open for ever whose worker
 * was ended in the middle of something (bugs.webkit.org/show_bug.cgi?id=324094).
 */
export class OwnRows {
  readonly #database: IDBDatabase;
  readonly #mark = crypto.randomUUID();

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Become the one who may write. */
  own(): Promise<void> {
    const [transaction, rows] = this.#begin("readwrite");
    rows.put(this.#mark, ownerRow);
    return over(transaction);
  }

  /** Run `work` in one transaction; resolve when it is on the disk. */
  change(work: (rows: IDBObjectStore) => void): Promise<void> {
    const [transaction, rows] = this.#begin("readwrite");
    const owner = rows.get(ownerRow);
    owner.onsuccess = () => {
      if (owner.result === this.#mark) work(rows);
      else transaction.abort();
    };
    return over(transaction);
  }

  async get(place: Place, row: number): Promise<unknown> {
    const [transaction, rows] = this.#begin("readonly");
    const request: IDBRequest<unknown> = rows.get([place, row]);
    await over(transaction);
    return request.result;
  }

  close(): void {
    this.#database.close();
  }

  #begin(mode: IDBTransactionMode): [IDBTransaction, IDBObjectStore] {
    const transaction = this.#database.transaction(table, mode, { durability: "strict" });
    return [transaction, transaction.objectStore(table)];
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
