/** Makes secrets that look like ordinary use of the cover, and knows how strong they are. */

import type { Host } from "../../cover/base/host.ts";
import type { Draw } from "./random.ts";

/** A made secret and its strength. */
export interface Made {
  readonly secret: string;
  /** Base-2 logarithm of the number of secrets that were equally likely. */
  readonly bits: number;
}

/** Words in a made shopping list. */
export const WORD_COUNT = 5;
/**
 * Keys in a made sum.
 *
 * Twelve keys pressed at random would take 479 years to guess; but operators cannot follow each
 * other and numbers stay short enough to remember, so it takes one key more to be as strong.
 */
export const KEY_COUNT = 13;
/** Most digits of one number in a made sum. */
export const MAX_DIGITS = 5;

const FIRST_DIGITS = 9;
const OPERATORS = ["+", "-", "*", "/"] as const;

/** Make a secret for `cover`; `items` are everyday words to choose from. */
export function makeSecret(
  cover: Host["cover"],
  items: readonly string[],
  draw: Draw,
): Made {
  return cover === "list" ? makeWords(items, draw) : makeSum(draw);
}

/** Make five different words, in a random order. */
export function makeWords(items: readonly string[], draw: Draw): Made {
  const left = [...items];
  const words: string[] = [];
  let bits = 0;
  while (words.length < WORD_COUNT) {
    bits += Math.log2(left.length);
    words.push(...left.splice(draw(left.length), 1));
  }
  return { secret: words.join(" "), bits };
}

/** Make a sum of thirteen keys, each such sum as likely as the others; no number begins with 0. */
export function makeSum(draw: Draw): Made {
  let sum = drawNumberStart(draw);
  let digits = 1;
  while (sum.length < KEY_COUNT) {
    const left = KEY_COUNT - sum.length;
    const withDigit = goOnWithDigit(left, digits);
    if (drawBelow(draw, withDigit + goOnWithOperator(left)) < withDigit) {
      sum += String(draw(10));
      digits += 1;
    } else {
      sum += (OPERATORS[draw(OPERATORS.length)] ?? "+") + drawNumberStart(draw);
      digits = 1;
    }
  }
  return { secret: sum, bits: Math.log2(FIRST_DIGITS * goOn(KEY_COUNT - 1, 1)) };
}

function drawNumberStart(draw: Draw): string {
  return String(1 + draw(FIRST_DIGITS));
}

/** Ways to fill `left` more keys after `digits` digits of a number, ending in a number. */
function goOn(left: number, digits: number): number {
  return left === 0 ? 1 : goOnWithDigit(left, digits) + goOnWithOperator(left);
}

function goOnWithDigit(left: number, digits: number): number {
  return digits < MAX_DIGITS ? 10 * goOn(left - 1, digits + 1) : 0;
}

/** An operator brings the first digit of the next number along. */
function goOnWithOperator(left: number): number {
  return left < 2 ? 0 : OPERATORS.length * FIRST_DIGITS * goOn(left - 2, 1);
}

/** Draw below a limit that may pass 2^32. */
function drawBelow(draw: Draw, limit: number): number {
  const high = 2 ** 21;
  const low = 2 ** 32;
  for (;;) {
    const value = draw(high) * low + draw(low);
    const fair = high * low - ((high * low) % limit);
    if (value < fair) return value % limit;
  }
}
