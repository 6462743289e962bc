import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fileBytes } from "../../../../static/cover/box/format.ts";
import type { Shelf } from "../../../../static/cover/box/store.ts";
import { makeFsShelf } from "./fs_shelf.ts";
import { dense, medium, openBox, plan, small } from "./helpers.ts";

const folders: string[] = [];
const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "box-"));
  folders.push(folder);
  return folder;
};
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("a box in real files", () => {
  it("is saved, grown and read again", async () => {
    const folder = makeFolder();
    const box = await openBox(makeFsShelf(folder));
    await box.saveCover("cover");
    await box.create("first", plan, "one", []);
    const large = dense(500_000);
    assert.equal(await box.save(large), "saved");
    box.close();
    assert.deepEqual(readdirSync(folder), ["box.1"]);
    assert.equal(statSync(join(folder, "box.1")).size, fileBytes(medium));
    const again = await openBox(makeFsShelf(folder));
    assert.equal(again.coverData, "cover");
    assert.equal((await again.open("first"))?.data, large);
  });

  it("is overwritten in place: no byte of a longer file is left by an erase", async () => {
    const folder = makeFolder();
    const box = await openBox(makeFsShelf(folder));
    await box.create("first", plan, "one", []);
    const before = readFileSync(join(folder, "box.0"));
    assert.equal(await box.erase(), true);
    const now = readFileSync(join(folder, "box.0"));
    assert.equal(now.length, before.length);
    for (let at = 32 + 2 * small; at < now.length; at += 32) {
      assert.notEqual(now.compare(before, at, at + 32, at, at + 32), 0);
    }
  });

  it("is asked for one thing at a time while it is opened", async () => {
    const shelf = makeFsShelf(makeFolder());
    (await openBox(shelf)).close();
    let most = 0;
    let open = 0;
    const alone = async <T>(asked: Promise<T>): Promise<T> => {
      most = Math.max(most, ++open);
      // Whoever does not wait asks for the next thing meanwhile.
      await setImmediate();
      open--;
      return asked;
    };
    const watched: Shelf = {
      ...shelf,
      find: async (place) => {
        const store = await alone(shelf.find(place));
        return (
          store && {
            ...store,
            read: (at, length) => alone(store.read(at, length)),
          }
        );
      },
    };
    (await openBox(watched)).close();
    assert.equal(most, 1);
  });

  it("cut off by another program keeps what is before the cut", async () => {
    const folder = makeFolder();
    const box = await openBox(makeFsShelf(folder));
    await box.saveCover("cover");
    box.close();
    truncateSync(join(folder, "box.0"), 32 + 2 * small);
    assert.equal((await openBox(makeFsShelf(folder))).coverData, "cover");
  });

  it("saved by a process that is then killed is there", async () => {
    const folder = makeFolder();
    const saver = fileURLToPath(new URL("killed.ts", import.meta.url));
    const { signal, stderr } = spawnSync(process.execPath, [
      "--import",
      "tsx",
      saver,
      folder,
    ]);
    assert.equal(signal, "SIGKILL", stderr.toString());
    const box = await openBox(makeFsShelf(folder));
    assert.equal((await box.open("first"))?.data, "saved just before");
  });
});
