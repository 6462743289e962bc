/**
 * Work out a sum: exact decimals, `* /` before `+ -`, brackets, percent as phones do it.
 *
 * Percent means "of what stands before" after `+` and `-`, and a hundredth everywhere else:
 *
 * | sum            | result | because                                  |
 * |----------------|--------|------------------------------------------|
 * | `200+10%`      | 220    | 10 % of 200 is added                     |
 * | `200-10%`      | 180    | 10 % of 200 is taken off                 |
 * | `100+50+10%`   | 165    | 10 % of all that stands before, 150      |
 * | `2*50+10%`     | 110    | 10 % of 100: `*` comes first             |
 * | `200*10%`      | 20     | a tenth of 200                           |
 * | `200/10%`      | 2000   | 200 divided by 0.1                       |
 * | `200+10%*2`    | 200.2  | `10%*2` is a product, 0.2                |
 * | `10%+5`        | 5.1    | nothing stands before: a hundredth       |
 * | `(200+10%)*2`  | 440    | inside brackets only what is inside      |
 *
 * Two operands side by side are multiplied: `2(3+4)` is 14. Brackets left open are closed.
 */

import Big from "big.js";
import { finishedPart, isDigit, isValue, type Keys, readValue } from "./keys.ts";
import { add, decimal, invert, multiply, negate, type Ratio, ratio } from "./ratio.ts";

/** Why there is no result: divided by `zero`, or too `large` to show. */
export type Problem = "zero" | "large";

/** Results from ten to this power on are too large, and to its negative too small to show. */
const maxPower = 100;

interface Reader {
  readonly keys: Keys;
  at: number;
}

interface Term {
  readonly value: Ratio;
  /** Whether it is a lone percentage, which `+` and `-` take of what stands before. */
  readonly isShare: boolean;
}

/** What a division by zero inside the sum throws; `evaluate` turns it into a value. */
class DividedByZero extends Error {}

/** Work out the finished part of a sum; nothing at all is zero. */
export function evaluate(sum: Keys): Big | Problem {
  const keys = finishedPart(sum);
  if (keys.length === 0) return new Big(0);
  try {
    return sized(decimal(readSum({ keys, at: 0 })));
  } catch (error) {
    if (error instanceof DividedByZero) return "zero";
    throw error;
  }
}

/** Refuse a result that is too large; what is too small to show is zero. */
export function sized(value: Big): Big | "large" {
  if (value.e >= maxPower) return "large";
  return value.e < -maxPower ? new Big(0) : value;
}

/** sum = term { ("+" | "-") term } */
function readSum(reader: Reader): Ratio {
  let { value } = readTerm(reader);
  for (;;) {
    const key = reader.keys[reader.at];
    if (key !== "+" && key !== "-") return value;
    reader.at += 1;
    const term = readTerm(reader);
    const amount = term.isShare ? multiply(value, term.value) : term.value;
    value = add(value, key === "+" ? amount : negate(amount));
  }
}

/** term = factor { [ "*" | "/" ] factor } */
function readTerm(reader: Reader): Term {
  let term = readFactor(reader);
  for (;;) {
    const key = reader.keys[reader.at];
    if (key === undefined || key === "+" || key === "-" || key === ")") return term;
    if (key === "*" || key === "/") reader.at += 1;
    const { value } = readFactor(reader);
    const factor = key === "/" ? invert(value) : value;
    if (factor === null) throw new DividedByZero();
    term = { value: multiply(term.value, factor), isShare: false };
  }
}

/** factor = "-" factor | ( number | value | "(" sum ")" ) { "%" } */
function readFactor(reader: Reader): Term {
  if (reader.keys[reader.at] === "-") {
    reader.at += 1;
    const { value, isShare } = readFactor(reader);
    return { value: negate(value), isShare };
  }
  const operand = readOperand(reader);
  const start = reader.at;
  while (reader.keys[reader.at] === "%") reader.at += 1;
  const percents = reader.at - start;
  const hundredth = ratio(new Big(`1e-${2 * percents}`));
  return { value: multiply(operand, hundredth), isShare: percents > 0 };
}

/** A bracket, a value or a number; the leading zero lets `.5` and a lone `.` be numbers too. */
function readOperand(reader: Reader): Ratio {
  const start = reader.at;
  const key = reader.keys[start];
  if (key === "(") {
    reader.at += 1;
    const value = readSum(reader);
    // Past the bracket that closes, or past the end.
    reader.at += 1;
    return value;
  }
  if (isValue(key)) {
    reader.at += 1;
    return ratio(readValue(key));
  }
  while (isDigit(reader.keys[reader.at])) reader.at += 1;
  return ratio(new Big(`0${reader.keys.slice(start, reader.at).join("")}`));
}
