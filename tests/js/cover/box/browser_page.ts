/** A page for tests/e2e/test_box.py: the real client over the real worker, and its storage. */

import { connectBox } from "../../../../static/cover/box/client.ts";
import type { BoxClient } from "../../../../static/cover/box/messages.ts";
import { openRows } from "../../../../static/cover/box/rows.ts";

interface Bench {
  box: BoxClient;
  /** What the worker told, newest last. */
  readonly told: string[];
  start(keeper: string): void;
  /** Resolve when `count` things were told; give the last of them. */
  until(count: number): Promise<string | undefined>;
  files(): Promise<string[]>;
  readFile(name: string): Promise<string>;
  writeFile(name: string, base64: string): Promise<void>;
  /** Put together the pages that IndexedDB holds. */
  readRows(name: string): Promise<string>;
  /** Write by a shelf of rows, before and after another one was opened; says how each went. */
  writeTwice(name: string): Promise<string[]>;
  dense(bytes: number): string;
  /** The SHA-256 of bytes, as text; of nothing, nothing. */
  sum(bytes: Uint8Array<ArrayBuffer> | null): Promise<string>;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

let wake = (): void => undefined;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(String(request.error)));
  });
}

const bench: Omit<Bench, "box"> = {
  told: [],
  start(keeper) {
    const tell = (text: string): void => {
      bench.told.push(text);
      wake();
    };
    window.bench.box = connectBox(new Worker(keeper), "/list/", {
      onHeld: (data, keeps) => tell(`held ${keeps} ${String(data)}`),
      onWaiting: () => tell("waiting"),
      onLost: () => tell("lost"),
      onWiped: () => tell("wiped"),
    });
  },
  async until(count) {
    while (bench.told.length < count)
      await new Promise<void>((resolve) => (wake = resolve));
    return bench.told[count - 1];
  },
  async files() {
    const folder = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  },
  async readFile(name) {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(name)).getFile();
    return toBase64(new Uint8Array(await file.arrayBuffer()));
  },
  async writeFile(name, base64) {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    await writable.write(Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)));
    await writable.close();
  },
  async readRows(name) {
    const database = await settled(indexedDB.open(name));
    const rows = database.transaction("a").objectStore("a");
    const bytes = new Uint8Array((await settled(rows.get([0, -1]))) as number);
    for (let page = 0; page * 0x1_0000 < bytes.length; page++) {
      const kept = (await settled(rows.get([0, page]))) as Uint8Array;
      bytes.set(kept.subarray(0, bytes.length - page * 0x1_0000), page * 0x1_0000);
    }
    database.close();
    return toBase64(bytes);
  },
  async writeTwice(name) {
    const first = await openRows(name);
    const store = await first?.make(0);
    const write = async (byte: number): Promise<string> => {
      await store?.write(0, Uint8Array.of(byte));
      await store?.resize(1);
      return "written";
    };
    const before = await write(1);
    // What is already held waits in memory: reading and writing are tried one by one.
    await store?.write(0, Uint8Array.of(2));
    await openRows(name);
    const told = async (work: Promise<unknown> | undefined): Promise<string> =>
      work?.then(() => "done", String) ?? "";
    return [before, await told(store?.resize(1)), await told(first?.find(0))];
  },
  dense(bytes) {
    const random = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 0x1_0000) {
      crypto.getRandomValues(random.subarray(at, at + 0x1_0000));
    }
    return toBase64(random);
  },
  async sum(bytes) {
    if (bytes === null) return "";
    return toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  },
};
window.bench = bench as Bench;
