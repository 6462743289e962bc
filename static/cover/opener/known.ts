/** Packs that this page's CSP lets run. */

import type { Page } from "../base/page.ts";
import { sourceHash } from "../base/source.ts";
import type { Pack } from "../box/messages.ts";
import { getPack } from "./opener.ts";

/** Fetch a pack that may run in `page`; `null` when it cannot be had or may not. */
export async function getKnownPack(
  path: string,
  page: Pick<Page, "known">,
): Promise<Pack | null> {
  const pack = await getPack(path);
  return pack !== null && page.known.includes(await sourceHash(pack.code)) ? pack : null;
}
