/** Which storage keeps the box: private files, else rows, else memory. */

import { CoverError } from "../base/errors.ts";
import { Box } from "./box.ts";
import { hasFile } from "./file.ts";
import { makeMemoryShelf } from "./memory.ts";
import { openFiles } from "./opfs.ts";
import type { BoxParts } from "./regions.ts";
import { hasRows, openRows } from "./rows.ts";
import type { Shelf } from "./store.ts";

/** What is needed to open a box besides its shelf. */
export type Tools = Omit<BoxParts, "shelf">;

/** Where a kind of storage is, and whether it may hold a box already. */
export interface Storage {
  open(): Promise<Shelf | null>;
  /** Say cheaply, and without making anything, whether it was used before. */
  wasUsed(): Promise<boolean>;
}

/** The lasting storages of this browser for `name`, the better one first. */
export function browserStorages(name: string): Storage[] {
  return [
    { open: () => openFiles(name), wasUsed: () => Promise.resolve(true) },
    { open: () => openRows(name), wasUsed: () => hasRows(name) },
  ];
}

/**
 * Open the box where it is; where there is none make it in the best storage that takes it.
 *
 * A box that is there but cannot be read now is left alone, and memory is used for the time being:
 * a second lasting box would hide the first.
 */
export async function openBox(storages: readonly Storage[], tools: Tools): Promise<Box> {
  for (const storage of storages) {
    const shelf = (await storage.wasUsed()) ? await storage.open() : null;
    if (shelf === null) continue;
    try {
      if (await hasFile(shelf)) return await Box.open({ ...tools, shelf });
    } catch {
      shelf.close();
      return inMemory(tools);
    }
    shelf.close();
  }
  for (const storage of storages) {
    const shelf = await storage.open();
    try {
      if (shelf !== null) return await Box.open({ ...tools, shelf });
    } catch (error) {
      shelf?.close();
      if (!(error instanceof CoverError)) break;
    }
  }
  return inMemory(tools);
}

function inMemory(tools: Tools): Promise<Box> {
  return Box.open({ ...tools, shelf: makeMemoryShelf() });
}
