/** Type on the calculator in tests: a text of keys in, what the display shows out. */

import Big from "big.js";
import type { Format } from "../../../../../static/cover/covers/calculator/format.ts";
import { isKey } from "../../../../../static/cover/covers/calculator/keys.ts";
import {
  blank,
  type Command,
  press,
  type State,
} from "../../../../../static/cover/covers/calculator/state.ts";

const commands: Readonly<Record<string, Command>> = {
  "=": "equals",
  b: "brackets",
  s: "sign",
  "<": "back",
  c: "clear",
  r: "reset",
  X: "memory clear",
  M: "memory recall",
  p: "memory add",
  m: "memory subtract",
};

/** Type one character per key: keys of the sum as they are, other keys by `commands`. */
export function typeKeys(text: string, start: State = blank): State {
  return Array.from(text.replaceAll(" ", "")).reduce((state, character) => {
    if (isKey(character)) return press(state, character);
    const command = commands[character];
    if (command === undefined) throw new Error(`no such key: ${character}`);
    return press(state, command);
  }, start);
}

/** What stands large on the display, with plain spaces. */
export function shown({ keys, answer }: State, format: Format): string {
  if (answer === null) return plain(format.sum(keys)) || "0";
  return answer instanceof Big ? format.result(answer) : answer;
}

/** Turn the display's unbreakable spaces into plain ones. */
export function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
