/** The calculator as a pure machine: what is on it, and what each press makes of it. */

import Big from "big.js";
import {
  addBracket,
  addKey,
  changeSign,
  dropKey,
  dropNumber,
  numberAtEnd,
} from "./edit.ts";
import { evaluate, type Problem, sized } from "./evaluate.ts";
import {
  countOpen,
  finishedPart,
  isOperator,
  isSign,
  isValue,
  type Key,
  type Keys,
  valueKey,
} from "./keys.ts";
import { settle } from "./ratio.ts";

/** What the calculator holds. */
export interface State {
  /** The sum as typed. */
  readonly keys: Keys;
  /** The result after `=`; `null` while typing. */
  readonly answer: Big | Problem | null;
  /** The memory; `null` when it is empty. */
  readonly memory: Big | null;
  /** Counts sums begun afresh; sums of one run were made out of one another. */
  readonly run: number;
}

/** A press that is not simply one more key of the sum. */
export type Command =
  | "brackets"
  | "sign"
  | "back"
  | "clear"
  | "reset"
  | "equals"
  | "memory clear"
  | "memory recall"
  | "memory add"
  | "memory subtract";

/** Anything that can be pressed. */
export type Press = Key | Command;

/** A calculator just switched on. */
export const blank: State = { keys: [], answer: null, memory: null, run: 0 };

/** Give the state after one press. */
export function press(state: State, pressed: Press): State {
  switch (pressed) {
    case "equals":
      return state.answer === null ? finish(state) : repeat(state);
    case "memory clear":
      return { ...state, memory: null };
    case "memory recall":
      return state.memory === null ? state : press(state, valueKey(state.memory));
    case "memory add":
      return addToMemory(state, 1);
    case "memory subtract":
      return addToMemory(state, -1);
    case "clear":
      return clearsEntry(state) ? typing(state, dropNumber(state.keys)) : reset(state);
    case "reset":
      return reset(state);
    case "back":
      // After `=` the sum comes back to be corrected.
      return typing(state, state.answer === null ? dropKey(state.keys) : state.keys);
    default:
      return edit(state, pressed);
  }
}

/** Put an earlier sum back with its result. */
export function reuse(state: State, keys: Keys): State {
  return finish({ ...state, keys });
}

/** Tell whether `clear` takes only the last number away (C) or everything (AC). */
export function clearsEntry({ keys, answer }: State): boolean {
  const length = numberAtEnd(keys).length;
  return answer === null && length > 0 && length < keys.length;
}

function edit(state: State, pressed: Key | "brackets" | "sign"): State {
  const { keys, answer } = state;
  if (answer === null) return typing(state, change(keys, pressed));
  const goesOn = ["sign", "%", "+", "-", "*", "/"].includes(pressed);
  // There is no number to go on with after a problem.
  if (!goesOn) return begin(state, change([], pressed));
  return answer instanceof Big
    ? typing(state, change([valueKey(answer)], pressed))
    : state;
}

function change(keys: Keys, pressed: Key | "brackets" | "sign"): Keys {
  if (pressed === "brackets") return addBracket(keys);
  return pressed === "sign" ? changeSign(keys) : addKey(keys, pressed);
}

function typing(state: State, keys: Keys): State {
  return { ...state, keys, answer: null };
}

function reset(state: State): State {
  return begin(state, []);
}

/** Begin another sum, in another run unless a value comes first: it may be an earlier result. */
function begin(state: State, keys: Keys): State {
  const run = isValue(keys[0]) ? state.run : state.run + 1;
  return { ...typing(state, keys), run };
}

function finish(state: State): State {
  const { keys } = state;
  if (finishedPart(keys).length === 0) return state;
  const result = evaluate(keys);
  return { ...state, answer: result instanceof Big ? settle(result) : result };
}

/** Do the last operation once more, to the result: `2+3==` is 8. */
function repeat(state: State): State {
  const { keys, answer } = state;
  if (!(answer instanceof Big)) return state;
  const last = lastOperation(keys);
  return last.length === 0
    ? state
    : finish({ ...state, keys: [valueKey(answer), ...last] });
}

/** The last operator outside brackets, with what it was done with; none for a plain number. */
function lastOperation(sum: Keys): Keys {
  const keys = finishedPart(sum);
  const start = keys.findLastIndex(
    (key, index) =>
      isOperator(key) && !isSign(keys, index) && countOpen(keys.slice(0, index)) === 0,
  );
  return start < 0 ? [] : keys.slice(start);
}

/** Finish the sum and add its result to the memory, `times` 1 or -1. */
function addToMemory(state: State, times: 1 | -1): State {
  const done = state.answer === null ? finish(state) : state;
  if (!(done.answer instanceof Big)) return done;
  const total = sized((state.memory ?? new Big(0)).plus(done.answer.times(times)));
  if (total === "large") return { ...done, answer: total };
  return { ...done, memory: total.eq(0) ? null : settle(total) };
}
