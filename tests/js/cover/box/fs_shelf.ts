/** A shelf of real files, so that the box is tested on what an operating system does with them. */

import * as fs from "node:fs";
import { join } from "node:path";
import type { Shelf, Store, Place } from "../../../../static/cover/box/store.ts";

/** Make a shelf in `folder`. */
export function makeFsShelf(folder: string): Shelf {
  const file = (place: Place): string => join(folder, `box.${place}`);
  const open = (place: Place, flags: string): Store => {
    const handle = fs.openSync(file(place), flags);
    return {
      size: () => fs.fstatSync(handle).size,
      read(at, length) {
        const bytes = new Uint8Array(length);
        fs.readSync(handle, bytes, 0, length, at);
        return Promise.resolve(bytes);
      },
      write(at, bytes) {
        fs.writeSync(handle, bytes, 0, bytes.length, at);
        return Promise.resolve();
      },
      resize(length) {
        fs.ftruncateSync(handle, length);
        return Promise.resolve();
      },
      flush() {
        fs.fsyncSync(handle);
        return Promise.resolve();
      },
      close() {
        if (closed.has(handle)) return;
        closed.add(handle);
        fs.closeSync(handle);
      },
    };
  };
  const closed = new Set<number>();
  return {
    keeps: "file",
    find: (place) =>
      Promise.resolve(fs.existsSync(file(place)) ? open(place, "r+") : null),
    make: (place) =>
      Promise.resolve(open(place, fs.existsSync(file(place)) ? "r+" : "wx+")),
    remove: (place) => {
      fs.rmSync(file(place));
      return Promise.resolve();
    },
    close: () => undefined,
  };
}
