/** Numbers and sums as people read them, in the language of the page. */

import type Big from "big.js";
import {
  endsOperand,
  isDigit,
  isOperator,
  isSign,
  isValue,
  type Key,
  type Keys,
  readValue,
} from "./keys.ts";

/** Writes numbers and sums in one language. */
export interface Format {
  /** The decimal mark, such as `.` or `,`. */
  readonly mark: string;
  /** A number as typed, `.` for the mark: grouped, every digit kept. */
  typed(text: string): string;
  /** A result: exact when that fits, else rounded. */
  result(value: Big): string;
  /** A sum, with a space around each operator. */
  sum(keys: Keys): string;
}

/** A result with more digits than this is rounded … */
const maxDigits = 18;
/** … to this many. */
const roundedDigits = 12;
/** A rounded result smaller than ten to this power is written with an exponent. */
const minPower = -7;

const minus = "\u2212";
const signs = { "+": "+", "-": minus, "*": "×", "/": "÷" };

/** Make the format of a language. */
export function makeFormat(language: string): Format {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  const mark = parts.find(({ type }) => type === "decimal")?.value ?? ".";

  const typed = (text: string): string => {
    const [units = "", decimals] = text.split(".");
    const start = whole.format(BigInt(units));
    if (decimals === undefined) return start;
    return start + mark + decimals.replace(/\d/g, (digit) => whole.format(Number(digit)));
  };

  const result = (value: Big): string => {
    const sign = value.lt(0) ? minus : "";
    const size = value.abs();
    const plain = size.toFixed();
    if (plain.replace(".", "").length <= maxDigits) return sign + typed(plain);
    // Whole digits are never rounded away, or the zeros in their place would look exact.
    const digits = Math.max(roundedDigits, size.e < maxDigits ? size.e + 1 : 0);
    const rounded = size.prec(digits);
    if (rounded.e < maxDigits && rounded.e > minPower)
      return sign + typed(rounded.toFixed());
    const power = rounded.times(`1e${-rounded.e}`).toFixed();
    const exponent = (rounded.e < 0 ? minus : "") + typed(String(Math.abs(rounded.e)));
    return `${sign}${typed(power)}E${exponent}`;
  };

  const part = (keys: Keys, index: number): string => {
    const key = keys[index];
    if (key === undefined || isInsideNumber(keys, index)) return "";
    const before = endsOperand(keys[index - 1]);
    // What is multiplied without a sign is shown with one.
    const times =
      before && !isOperator(key) && key !== ")" && key !== "%" ? spaced("×") : "";
    if (isSign(keys, index)) return minus;
    if (isOperator(key)) return spaced(signs[key]);
    if (isValue(key)) return times + result(readValue(key));
    return times + (isDigit(key) ? typed(numberAt(keys, index)) : key);
  };

  const sum = (keys: Keys): string =>
    keys
      .map((_, index) => part(keys, index))
      .join("")
      .trim();

  return { mark, typed, result, sum };
}

/** A long sum is broken before an operator, never after it. */
function spaced(sign: string): string {
  return ` ${sign}\u00a0`;
}

function isInsideNumber(keys: Keys, index: number): boolean {
  return isDigit(keys[index]) && isDigit(keys[index - 1]);
}

function numberAt(keys: Keys, start: number): string {
  const length = keys.slice(start).findIndex((key: Key) => !isDigit(key));
  return keys.slice(start, length < 0 ? keys.length : start + length).join("");
}
