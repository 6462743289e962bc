/** What each key does to the sum being typed: pure functions from keys to keys. */

import {
  countOpen,
  endsOperand,
  isDigit,
  isOperator,
  isSign,
  isValue,
  type Key,
  type Keys,
  maxKeys,
  type Operator,
  readValue,
  valueKey,
} from "./keys.ts";

/** Add one key where it makes sense; a key that makes none leaves the sum as it is. */
export function addKey(keys: Keys, key: Key): Keys {
  const next = place(keys, key);
  return next.length > maxKeys ? keys : next;
}

function place(keys: Keys, key: Key): Keys {
  const last = keys.at(-1);
  if (isValue(key)) return [...dropNumber(keys), key];
  if (isOperator(key)) return placeOperator(keys, key);
  // A number that was put in whole cannot grow: digits start another in its place.
  if (isDigit(key) && isValue(last)) return [...keys.slice(0, -1), key];
  if (key === "." && numberAtEnd(keys).includes(".")) return keys;
  if (key === ")" && (countOpen(keys) === 0 || !endsOperand(last))) return keys;
  if (key === "%" && !endsOperand(last)) return keys;
  return [...keys, key];
}

/** The newest operator wins; `-` after `*`, `/`, `(` or at the start is a sign. */
function placeOperator(keys: Keys, key: Operator): Keys {
  const last = keys.at(-1);
  if (endsOperand(last)) return [...keys, key];
  if (isSign(keys, keys.length - 1)) {
    return key === "-" ? keys : placeOperator(keys.slice(0, -1), key);
  }
  if (isOperator(last) && (key !== "-" || last === "+" || last === "-")) {
    return [...keys.slice(0, -1), key];
  }
  return key === "-" ? [...keys, key] : keys;
}

/** Add the bracket that fits: closing after a number when one is open, else opening. */
export function addBracket(keys: Keys): Keys {
  const closes = countOpen(keys) > 0 && endsOperand(keys.at(-1));
  return addKey(keys, closes ? ")" : "(");
}

/** Change the sign of the last number or bracket, or of the one about to be typed. */
export function changeSign(keys: Keys): Keys {
  const start = operandStart(keys);
  const [first, ...rest] = keys.slice(start);
  const before = keys.slice(0, start);
  if (isSign(keys, start - 1)) return [...before.slice(0, -1), ...keys.slice(start)];
  if (isValue(first)) return [...before, valueKey(readValue(first).neg()), ...rest];
  // Two operands side by side are multiplied; a bare `-` between them would subtract.
  const sign: Keys = endsOperand(before.at(-1)) ? ["*", "-"] : ["-"];
  const next = [...before, ...sign, ...keys.slice(start)];
  return next.length > maxKeys ? keys : next;
}

/** Find where the operand at the end begins; the length when there is none. */
function operandStart(keys: Keys): number {
  let start = keys.length;
  while (keys[start - 1] === "%") start -= 1;
  if (keys[start - 1] === ")") {
    let depth = 0;
    do {
      start -= 1;
      depth += keys[start] === ")" ? 1 : keys[start] === "(" ? -1 : 0;
    } while (depth > 0);
    return start;
  }
  return start - numberAtEnd(keys.slice(0, start)).length;
}

/** Take the last key away. */
export function dropKey(keys: Keys): Keys {
  return keys.slice(0, -1);
}

/** Take the number at the end away, if there is one. */
export function dropNumber(keys: Keys): Keys {
  return keys.slice(0, keys.length - numberAtEnd(keys).length);
}

/** The keys of the number at the end; none when the sum ends otherwise. */
export function numberAtEnd(keys: Keys): Keys {
  if (isValue(keys.at(-1))) return keys.slice(-1);
  return keys.slice(keys.findLastIndex((key) => !isDigit(key)) + 1);
}
