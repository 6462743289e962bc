/** The shelf in the browser's private files, where an overwrite in place really removes old bytes. */

import type { Bytes } from "../base/bytes.ts";
import { CoverError } from "../base/errors.ts";
import type { Place, Shelf, Store } from "./store.ts";

/** The part of a synchronous access handle that is used; TypeScript knows it in workers only. */
interface AccessHandle {
  getSize(): number;
  read(into: Bytes, options: { at: number }): number;
  write(from: Bytes, options: { at: number }): number;
  truncate(length: number): void;
  flush(): void;
  close(): void;
}

type WorkerFile = FileSystemFileHandle & {
  createSyncAccessHandle(): Promise<AccessHandle>;
};

const firstPauseMs = 10;
const maxPauseMs = 250;

/** Open the shelf for `name`; `null` where private files are refused. */
export async function openFiles(name: string): Promise<Shelf | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    // Some private windows hand out the folder and refuse every file in it.
    await folder.getFileHandle(fileName(name, 0)).catch(unlessMissing);
    return new FileShelf(folder, name);
  } catch {
    return null;
  }
}

const fileName = (name: string, place: Place): string => `${name}.${place}`;

function unlessMissing(error: unknown): null {
  if (error instanceof Error && error.name === "NotFoundError") return null;
  throw error;
}

class FileShelf implements Shelf {
  readonly keeps = "file";
  readonly #folder: FileSystemDirectoryHandle;
  readonly #name: string;
  readonly #open = new Set<AccessHandle>();

  constructor(folder: FileSystemDirectoryHandle, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  async find(place: Place): Promise<Store | null> {
    const name = fileName(this.#name, place);
    const file = await this.#folder.getFileHandle(name).catch(unlessMissing);
    if (file === null) return null;
    // Nothing was ever kept in an empty file; some browsers make files that they cannot open.
    return (await file.getFile()).size === 0 ? null : this.#take(file);
  }

  async make(place: Place): Promise<Store> {
    const name = fileName(this.#name, place);
    return this.#take(await this.#folder.getFileHandle(name, { create: true }));
  }

  remove(place: Place): Promise<void> {
    return this.#folder.removeEntry(fileName(this.#name, place));
  }

  close(): void {
    for (const handle of this.#open) handle.close();
    this.#open.clear();
  }

  /** Wait for the handle: the one before us may not have been closed yet. */
  async #take(file: FileSystemFileHandle): Promise<Store> {
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
      try {
        const handle = await (file as WorkerFile).createSyncAccessHandle();
        this.#open.add(handle);
        return new FileStore(handle);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== "NoModificationAllowedError")
          throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

class FileStore implements Store {
  readonly #handle: AccessHandle;

  constructor(handle: AccessHandle) {
    this.#handle = handle;
  }

  size(): number {
    return this.#handle.getSize();
  }

  // Async so that what a handle throws rejects.
  // eslint-disable-next-line @typescript-eslint/require-await
  async read(at: number, length: number): Promise<Bytes> {
    const bytes = new Uint8Array(length);
    this.#handle.read(bytes, { at });
    return bytes;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async write(at: number, bytes: Bytes): Promise<void> {
    // A full disk shows as fewer bytes written in some engines, as an exception in others.
    if (this.#handle.write(bytes, { at }) !== bytes.length) throw new CoverError("full");
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async resize(length: number): Promise<void> {
    this.#handle.truncate(length);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async flush(): Promise<void> {
    this.#handle.flush();
  }

  close(): void {
    this.#handle.close();
  }
}
