/** Watch what is typed into the cover; open the inner app when an entry was meant for it. */

import { foldEntry } from "../base/entry.ts";
import type { Kit } from "../base/host.ts";
import { askKit, fetchPack } from "../base/net.ts";
import type { BoxClient, Opened, Pack } from "../box/messages.ts";
import { readStartCode } from "./startcode.ts";

/** Shorter entries cannot be a secret, so they cost nothing. */
export const minEntryLength = 8;

/** What the opener needs from the page. */
export interface OpenerParts {
  readonly box: BoxClient;
  /** Run the inner app; `false` when the pack may not run here. */
  readonly run: (opened: Opened, kit: Kit | null) => Promise<boolean>;
  /** Resolves when an entry that could not be judged is worth another try. */
  readonly retry: () => Promise<void>;
}

/** Make the function that judges one entry: `true` when it was not meant for the cover. */
export function makeOpener(parts: OpenerParts): (entry: string) => Promise<boolean> {
  const { box, run, retry } = parts;
  const kits = new Map<string, Kit>();

  const start = async (code: string): Promise<boolean> => {
    // A code that was answered is not asked again: each answer takes one of its uses.
    const kit = kits.get(code) ?? (await askKit(code));
    if (kit === null) return false;
    kits.set(code, kit);
    const pack = await getPack(kit.pack);
    if (pack !== null) await run({ pack, data: "" }, kit);
    return true;
  };
  return async (typed) => {
    const entry = foldEntry(typed);
    if (entry.length < minEntryLength) return false;
    // The box is tried first and always, so that every long entry costs the same work. An entry
    // without a verdict stays unsaved: it may be the one that must not be.
    let verdict = await box.open(entry);
    while (verdict === "unknown") {
      await retry();
      verdict = await box.open(entry);
    }
    if (verdict !== null) {
      // Whatever goes wrong from here, what opened a space is no list item.
      await run(verdict, null).catch(() => false);
      return true;
    }
    const code = readStartCode(entry);
    return code !== null && (await start(code).catch(() => true));
  };
}

/** Fetch a pack; `null` when it cannot be had. */
export async function getPack(path: string): Promise<Pack | null> {
  const code = await fetchPack(path);
  return code === null ? null : { path, code };
}
