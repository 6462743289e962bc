/** Takes what an agency says out of a signed sheet, once the signature holds. */

import { encode } from "../../cover/base/bytes.ts";
import type { Kit, LineWord, Service, SignedSheet } from "../../cover/base/host.ts";
import { fieldsOf, list, parse } from "./raw.ts";
import { readEdition, readLine, readService } from "./readkit.ts";
import type { Store } from "./store.ts";

/** What a sheet says. */
export interface Sheet {
  readonly edition: number;
  readonly services: readonly Service[];
  readonly lines: readonly LineWord[];
}

/** What became of asking for newer numbers. */
export type Refreshed = "newer" | "same" | "unreachable" | "refused";

// What is signed says what it is, so that no other text of the server can pass for a sheet.
const purpose = "sheet 1\n";
const curve = { name: "ECDSA", namedCurve: "P-256" };
const algorithm = { name: "ECDSA", hash: "SHA-256" };

/** Open a signed sheet under the kit's own key; `null` when it is not that agency's. */
export async function openSheet(
  { path, key }: SignedSheet,
  { body, sign }: Pick<SignedSheet, "body" | "sign">,
): Promise<Sheet | null> {
  if (!(await isSigned(key, body, sign))) return null;
  const raw = fieldsOf<Sheet & { name: string }>(parse(body));
  if (raw === null || path !== `/s/${String(raw.name)}`) return null;
  return {
    edition: readEdition(raw.edition),
    services: list(raw.services, readService),
    lines: list(raw.lines, readLine),
  };
}

/** Put what a sheet says in the kit: of its services only those that were chosen. */
export function takeSheet(kit: Kit, sheet: Sheet): Kit {
  const { picked } = kit;
  const isKept = ({ ref }: Service): boolean =>
    !Array.isArray(picked) || (ref !== undefined && picked.includes(ref));
  return {
    ...kit,
    services: sheet.services.filter(isKept),
    lines: sheet.lines,
    edition: sheet.edition,
    ...(kit.sheet === undefined ? {} : { sheet: { ...kit.sheet, body: "", sign: "" } }),
  };
}

/** Take the sheet that came with the kit, on the first run. */
export async function unpackSheet(store: Store): Promise<void> {
  const signed = store.document.value.kit?.sheet;
  if (signed === undefined || signed.body === "") return;
  const sheet = await openSheet(signed, signed);
  if (sheet !== null) keep(store, sheet);
}

/** Ask for newer numbers, because the person wants them; nothing else ever asks. */
export async function refreshSheet(
  store: Store,
  ask: (path: string) => Promise<string | null>,
): Promise<Refreshed> {
  const { kit } = store.document.value;
  if (kit?.sheet === undefined) return "refused";
  const answer = await ask(kit.sheet.path);
  if (answer === null) return "unreachable";
  const raw = fieldsOf<SignedSheet>(parse(answer));
  if (typeof raw?.body !== "string" || typeof raw.sign !== "string") return "refused";
  const sheet = await openSheet(kit.sheet, { body: raw.body, sign: raw.sign });
  // An older one, signed as it may be, would bring back numbers that were taken out.
  if (sheet === null || sheet.edition < (kit.edition ?? 0)) return "refused";
  if (sheet.edition === kit.edition) return "same";
  keep(store, sheet);
  return "newer";
}

function keep(store: Store, sheet: Sheet): void {
  store.change((doc) =>
    doc.kit === null ? doc : { ...doc, kit: takeSheet(doc.kit, sheet) },
  );
}

async function isSigned(key: string, body: string, sign: string): Promise<boolean> {
  try {
    const point = await crypto.subtle.importKey("raw", fromBase64(key), curve, false, [
      "verify",
    ]);
    const text = encode(purpose + body);
    return await crypto.subtle.verify(algorithm, point, fromBase64(sign), text);
  } catch {
    // No point of the curve, or no base64: not signed either.
    return false;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
