/** Says honestly how long someone who copied the phone's storage would need to guess a secret. */

import { foldEntry } from "../../cover/base/entry.ts";
import type { Host } from "../../cover/base/host.ts";
import { isCommon, isDate, isRepeat, isRun } from "./patterns.ts";

/** Guesses a second of one strong graphics card at 64 MiB, t = 3, as hashcat's authors measured. */
export const GUESSES_PER_SECOND = 1_667;

/** Shorter entries are never tried by the cover, so they could not open anything. */
export const MIN_LENGTH = 8;

/** Why a secret is refused. */
export type Refusal =
  "short" | "sum" | "start" | "date" | "repeat" | "run" | "common" | "few";

/** What is known of a secret that someone thought up. */
export type Rating =
  | { readonly isAllowed: false; readonly why: Refusal }
  | { readonly isAllowed: true; readonly seconds: number };

/** Mean seconds to find one of 2^`bits` equally likely secrets with one card. */
export function guessSeconds(bits: number): number {
  return 2 ** (bits - 1) / GUESSES_PER_SECOND;
}

/** Rate a secret thought up by a person; `secret` is folded already. */
export function rateOwn(
  cover: Host["cover"],
  secret: string,
  items: readonly string[],
): Rating {
  const why = refusal(cover, secret);
  if (why !== null) return { isAllowed: false, why };
  const bits =
    cover === "list" ? wordBits(secret, new Set(items.map(foldEntry))) : sumBits(secret);
  return { isAllowed: true, seconds: guessSeconds(bits) };
}

function refusal(cover: Host["cover"], secret: string): Refusal | null {
  if (secret.length < MIN_LENGTH) return "short";
  // A start code is asked for at the server; a secret must never leave the phone.
  if (/^[\d\s.-]{12,24}$/.test(secret)) return "start";
  if (isDate(secret)) return "date";
  if (isRepeat(secret)) return "repeat";
  if (isRun(secret)) return "run";
  if (isCommon(secret)) return "common";
  if (cover === "calculator") return isSum(secret) ? null : "sum";
  // One or two words are typed into a list by chance, by anyone.
  return /^\p{L}+( \p{L}+)?$/u.test(secret) ? "few" : null;
}

/** Tell whether the calculator takes `text` key by key as it stands. */
export function isSum(text: string): boolean {
  const part = String.raw`(?:0|[1-9]\d*)(?:\.\d+)?`;
  return new RegExp(`^${part}(?:[-+*/]${part})+$`).test(text);
}

/** People choose digits that mean something, so each counts less than 3.3. */
const DIGIT_BITS = 2.5;
const OPERATOR_BITS = 1.5;
/** People choose favourites, so a word of the list counts less than the list's 10 bits. */
const ITEM_BITS = 8;
const LETTER_BITS = 2;
const MAX_WORD_BITS = 11;
const MARK_BITS = 2;

function sumBits(sum: string): number {
  const digits = sum.replace(/\D/g, "").length;
  return digits * DIGIT_BITS + (sum.length - digits) * OPERATOR_BITS;
}

function wordBits(secret: string, items: ReadonlySet<string>): number {
  const parts = new Set(secret.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]/gu) ?? []);
  let bits = 0;
  for (const part of parts) {
    if (/^\p{N}/u.test(part)) bits += part.length * DIGIT_BITS;
    else if (!/^\p{L}/u.test(part)) bits += MARK_BITS;
    else if (items.has(part)) bits += ITEM_BITS;
    else bits += Math.min(part.length * LETTER_BITS, MAX_WORD_BITS);
  }
  return bits;
}
