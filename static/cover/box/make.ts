/** Making a space: which regions to leave alone, and which key the new secret gives. */

import { type Bytes, wipe } from "../base/bytes.ts";
import { faultOf } from "../base/errors.ts";
import type { CreateOutcome } from "../base/host.ts";
import { unsealEnvelope } from "./envelope.ts";
import type { Found, Regions, Space } from "./regions.ts";
import { maxEntryLength } from "./trial.ts";

/** Derive `secret`, let `work` use what came of it, and wipe the keys; never throws. */
export async function withSecret(
  regions: Regions,
  secret: string,
  work: (found: Found) => Promise<CreateOutcome>,
): Promise<CreateOutcome> {
  // What `open` would cut off must not be made.
  if (secret.normalize("NFKC") === "" || secret.length > maxEntryLength) return "refused";
  let keks: readonly Bytes[] = [];
  try {
    const found = await regions.try(secret);
    ({ keks } = found);
    return await work(found);
  } catch (error) {
    return faultOf(error) === "full" ? "full" : "refused";
  } finally {
    wipe(...keks);
  }
}

/** Regions of the open space, of what `others` open, and of every companion these know. */
export async function regionsInUse(
  regions: Regions,
  open: Space | null,
  others: readonly string[],
): Promise<Set<number>> {
  const used = new Set<number>();
  const add = async (space: Space): Promise<void> => {
    used.add(space.region);
    const { companions } = await unsealEnvelope(space.body.first);
    for (const each of companions) {
      used.add(each.region);
      wipe(each.kek);
    }
  };
  if (open !== null) await add(open);
  for (const other of others) {
    const found = await regions.try(other);
    wipe(...found.keks);
    // A region that cannot be read any more stays untouched too.
    for (const region of found.regions) used.add(region);
    if (found.space !== null) await add(found.space);
  }
  return used;
}
