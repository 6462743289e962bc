/** The keys of a sum, in the order they were pressed, and how they are written down. */

import Big from "big.js";

/** A binary operator; `-` is also the sign before a number or bracket. */
export type Operator = "+" | "-" | "*" | "/";

/** A number put in whole: an earlier result or the memory, such as `[-0.5]`. */
export type Value = `[${string}]`;

/** One key of a sum. */
export type Key = `${Digit}` | "." | Operator | "(" | ")" | "%" | Value;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** A whole sum. */
export type Keys = readonly Key[];

/** Longest sum, in keys; a value counts as one. */
export const maxKeys = 64;

const oneKey = /^(?:[0-9.+\-*/()%]|\[-?\d{1,64}(?:\.\d{1,120})?(?:e[+-]?\d{1,3})?\])$/;

/** Tell whether `text` is one key. */
export function isKey(text: string): text is Key {
  return oneKey.test(text);
}

/** Make the key that puts in a number whole. */
export function valueKey(value: Big): Value {
  return `[${value.toString()}]`;
}

/** Read the number in a value key. */
export function readValue(key: Value): Big {
  return new Big(key.slice(1, -1));
}

/** Tell whether a key puts in a number whole. */
export function isValue(key: Key | undefined): key is Value {
  return key?.startsWith("[") ?? false;
}

/** Tell whether a key is a digit or the decimal point. */
export function isDigit(key: Key | undefined): boolean {
  return key !== undefined && "0123456789.".includes(key);
}

/** Tell whether a key is one of the four operators. */
export function isOperator(key: Key | undefined): key is Operator {
  return key !== undefined && "+-*/".includes(key);
}

/** Tell whether a number or bracket ends with this key. */
export function endsOperand(key: Key | undefined): boolean {
  return isDigit(key) || isValue(key) || key === ")" || key === "%";
}

/** Tell whether the key at `index` is a sign and not a subtraction. */
export function isSign(keys: Keys, index: number): boolean {
  return keys[index] === "-" && !endsOperand(keys[index - 1]);
}

/** Count brackets that are still open. */
export function countOpen(keys: Keys): number {
  return keys.reduce((open, key) => open + (key === "(" ? 1 : key === ")" ? -1 : 0), 0);
}

/** Leave out what was begun but leads nowhere: operators, signs and open brackets at the end. */
export function finishedPart(keys: Keys): Keys {
  return keys.slice(0, keys.findLastIndex(endsOperand) + 1);
}

/** Tell whether there is anything to work out, not just a number. */
export function hasWork(keys: Keys): boolean {
  return keys.some(
    (key, index) => "%()".includes(key) || (isOperator(key) && !isSign(keys, index)),
  );
}

/**
 * Write a sum in plain ASCII as it was typed: digits and `+ - * / . ( ) %`, nothing else.
 *
 * There is no grouping, the decimal mark is always a point, brackets left open stay open and a
 * value is written out in full. This is the text that `CoverContext.entered` is told.
 */
export function canonical(keys: Keys): string {
  return keys.map((key) => (isValue(key) ? readValue(key).toFixed() : key)).join("");
}

/** Write a sum so that `readKeys` gives the same keys back. */
export function writeKeys(keys: Keys): string {
  return keys.join("");
}

/** Read what `writeKeys` wrote; `null` when it is not a row of keys that can be typed. */
export function readKeys(text: string): Keys | null {
  const keys: readonly string[] = text.match(/\[[^\]]*\]|./gs) ?? [];
  const hasTwoPoints = /\.\d*\./.test(text);
  return keys.length <= maxKeys && keys.every(isKey) && !hasTwoPoints ? keys : null;
}
