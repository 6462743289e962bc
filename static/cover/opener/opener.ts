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
}

/** Make the function that judges one entry: `true` when it was not meant for the cover. */
export function makeOpener({
  box,
  run,
}: OpenerParts): (entry: string) => Promise<boolean> {
  const start = async (code: string): Promise<boolean> => {
    const kit = await askKit(code);
    const pack = kit && (await getPack(kit.pack));
    return kit !== null && pack !== null && (await run({ pack, data: "" }, kit));
  };
  return async (typed) => {
    const entry = foldEntry(typed);
    if (entry.length < minEntryLength) return false;
    try {
      // The box is tried first and always, so that every long entry costs the same work.
      const opened = await box.open(entry);
      if (opened !== null) {
        await run(opened, null);
        return true;
      }
      const code = readStartCode(entry);
      return code !== null && (await start(code));
    } catch {
      // A box that cannot be read leaves an ordinary entry.
      return false;
    }
  };
}

/** Fetch a pack; `null` when it cannot be had. */
export async function getPack(path: string): Promise<Pack | null> {
  const code = await fetchPack(path);
  return code === null ? null : { path, code };
}
