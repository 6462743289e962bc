/** What of the calculator outlives the page: the tape and the memory, and when they are kept. */

import Big from "big.js";
import type { CoverContext } from "../../base/cover.ts";
import { canonical, finishedPart, hasWork } from "./keys.ts";
import { blank, type State } from "./state.ts";
import {
  addEntry,
  type Entry,
  joinTapes,
  type Kept,
  markKept,
  readKept,
  type Tape,
  writeKept,
} from "./tape.ts";

/** Keeps the tape and the memory. */
export interface Keeping {
  readonly kept: Kept;
  readonly isAway: boolean;
  /** Read what the box held; what was done here before is put after it. */
  load(data: string | null): void;
  /** Another window has the box, or it is here again. */
  setAway(isAway: boolean): void;
  setMemory(memory: Big | null): void;
  clear(): void;
  /**
   * Put a finished sum on the tape and report it; `true` when it was not meant for us.
   *
   * Nor is any sum meant for us that was made out of such a one: in the same run, after it.
   */
  report(state: State): Promise<boolean>;
}

/** Make the keeping; `changed` is called whenever the tape is another one. */
export function makeKeeping(
  { save, entered }: Pick<CoverContext, "save" | "entered">,
  changed: () => void,
): Keeping {
  let tape: Tape = [];
  let memory: Big | null = null;
  let [isLoaded, isAway, isMemoryNew] = [false, false, false];
  let newest = { run: blank.run, verdict: Promise.resolve(false) };

  // Saving before the box was read would overwrite what it holds.
  const keep = (): void => {
    if (!isLoaded || isAway) return;
    tape = markKept(tape);
    isMemoryNew = false;
    save(writeKept({ tape, memory }));
  };
  const keepNew = (): void => {
    if (isMemoryNew || tape.some(({ status }) => status === "loose")) keep();
    changed();
  };
  const judge = async (
    { keys, answer }: State,
    earlier: Promise<boolean>,
  ): Promise<boolean> => {
    const finished = finishedPart(keys);
    const entry: Entry | null =
      answer instanceof Big && hasWork(finished)
        ? { keys: finished, result: answer, status: "asked" }
        : null;
    if (entry !== null) tape = addEntry(tape, entry);
    changed();
    const own = entered(canonical(keys));
    // What the sum was made of is judged first: an ordinary verdict alone says too little.
    const isOther = (await earlier) || (await own);
    if (entry === null) return isOther;
    tape = isOther
      ? tape.filter((each) => each !== entry)
      : tape.map((each) => (each === entry ? { ...each, status: "loose" } : each));
    keepNew();
    return isOther;
  };

  return {
    get kept() {
      return { tape, memory };
    },
    get isAway() {
      return isAway;
    },
    load(data) {
      const kept = readKept(data);
      tape = joinTapes(kept.tape, tape);
      if (!isMemoryNew) memory = kept.memory;
      isLoaded = true;
      keepNew();
    },
    setAway(now) {
      isAway = now;
      keepNew();
    },
    setMemory(next) {
      memory = next;
      isMemoryNew = true;
      keep();
    },
    clear() {
      tape = tape.filter(({ status }) => status === "asked");
      keep();
      changed();
    },
    report(state) {
      const { run } = state;
      const earlier = run === newest.run ? newest.verdict : Promise.resolve(false);
      newest = { run, verdict: judge(state, earlier) };
      return newest.verdict;
    },
  };
}
