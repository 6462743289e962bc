/** Packs that this page's CSP lets run. */

import type { Page } from "../base/page.ts";
import type { Pack } from "../box/messages.ts";
import { getPack } from "./opener.ts";

/** Hash `code` the way a CSP source names it. */
export async function sourceHash(code: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** Fetch a pack that may run in `page`; `null` when it cannot be had or may not. */
export async function getKnownPack(
  path: string,
  page: Pick<Page, "known">,
): Promise<Pack | null> {
  const pack = await getPack(path);
  return pack !== null && page.known.includes(await sourceHash(pack.code)) ? pack : null;
}
