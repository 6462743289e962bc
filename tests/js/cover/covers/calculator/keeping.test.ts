/** When sums are kept, and that a sum which was not meant for the calculator never is. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import Big from "big.js";
import { makeKeeping } from "../../../../../static/cover/covers/calculator/keeping.ts";
import {
  canonical,
  valueKey,
} from "../../../../../static/cover/covers/calculator/keys.ts";
import {
  blank,
  press,
  reuse,
  type State,
} from "../../../../../static/cover/covers/calculator/state.ts";
import { readKept } from "../../../../../static/cover/covers/calculator/tape.ts";
import { typeKeys } from "./type.ts";

/** A keeping whose entries wait until `answer` says what they were. */
function setUp() {
  const saved: string[] = [];
  const told: string[] = [];
  let typed = blank;
  const waiting: ((isOther: boolean) => void)[] = [];
  const keeping = makeKeeping(
    {
      save: (data) => saved.push(data),
      entered: (text) => {
        told.push(text);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    () => undefined,
  );
  return {
    ...{ keeping, saved, told },
    enter: (keys: string) => {
      typed = typeKeys(`r${keys}=`, typed);
      return keeping.report(typed);
    },
    report: (state: State) => keeping.report(state),
    answer: (isOther: boolean) => waiting.shift()?.(isOther),
    answerNewest: (isOther: boolean) => waiting.pop()?.(isOther),
    onTape: () => keeping.kept.tape.map(({ keys }) => canonical(keys)),
    memoryInBox: () => readKept(saved.at(-1) ?? null).memory?.toFixed(),
    inBox: () => readKept(saved.at(-1) ?? null).tape.map(({ keys }) => canonical(keys)),
  };
}

describe("keeping", () => {
  it("shows a sum at once and keeps it when it was an ordinary one", async () => {
    const { keeping, saved, told, enter, answer, onTape, inBox } = setUp();
    keeping.load(null);
    const report = enter("2+3");
    assert.deepEqual(told, ["2+3"]);
    assert.deepEqual(onTape(), ["2+3"]);
    assert.deepEqual(saved, []);
    answer(false);
    assert.equal(await report, false);
    assert.deepEqual(inBox(), ["2+3"]);
  });

  it("takes a sum back that was meant for something else, and never keeps it", async () => {
    const { keeping, saved, enter, answer, onTape } = setUp();
    keeping.load(null);
    const reports = [enter("38*7+19-4.5"), enter("2+3")];
    // Whatever else is kept in between must not carry it along.
    keeping.setMemory(new Big(7));
    answer(true);
    answer(false);
    assert.deepEqual(await Promise.all(reports), [true, false]);
    assert.deepEqual(onTape(), ["2+3"]);
    assert.ok(saved.length >= 2);
    assert.ok(saved.every((text) => !text.includes("38")));
  });

  const derived: Readonly<Record<string, (state: State) => State>> = {
    "= once more": (state) => typeKeys("=", state),
    "going on with the result": (state) => typeKeys("+1=", state),
    "going on with its other sign": (state) => typeKeys("s+1=", state),
    "correcting the sum": (state) => typeKeys("<8=", state),
    "its result from the tape": (state) =>
      state.answer instanceof Big
        ? typeKeys("+1=", press(state, valueKey(state.answer)))
        : state,
    "the sum from the tape": (state) => typeKeys("<8=", reuse(state, state.keys)),
  };
  for (const [way, make] of Object.entries(derived)) {
    it(`takes back what was made of such a sum: ${way}`, async () => {
      const { keeping, saved, report, answer, onTape } = setUp();
      keeping.load(null);
      const sum = typeKeys("123*456+789=");
      const reports = [report(sum), report(make(sum))];
      answer(true);
      assert.deepEqual(await Promise.all(reports), [true, true]);
      assert.deepEqual(onTape(), []);
      // A verdict that comes after all changes nothing.
      answer(false);
      await setImmediate();
      assert.deepEqual([onTape(), saved], [[], []]);
    });
  }

  it("takes back what was made of a plain number that was not meant for it", async () => {
    const { keeping, saved, report, answer, onTape } = setUp();
    keeping.load(null);
    const number = typeKeys("123456789012=");
    const reports = [report(number), report(typeKeys("+7=", number))];
    answer(true);
    answer(false);
    assert.deepEqual(await Promise.all(reports), [true, true]);
    assert.deepEqual([onTape(), saved], [[], []]);
  });

  it("keeps no sum before the one it was made of is judged, whichever is first", async () => {
    const { keeping, saved, report, answer, answerNewest, onTape, inBox } = setUp();
    keeping.load(null);
    const sum = typeKeys("38*7+19=");
    const reports = [report(sum), report(typeKeys("=", sum))];
    answerNewest(false);
    await setImmediate();
    assert.deepEqual([onTape(), saved], [["38*7+19", "285+19"], []]);
    answer(false);
    assert.deepEqual(await Promise.all(reports), [false, false]);
    assert.deepEqual(inBox(), ["38*7+19", "285+19"]);
  });

  it("keeps a sum begun afresh after one that was not meant for it", async () => {
    const { keeping, report, answer, inBox } = setUp();
    keeping.load(null);
    const sum = typeKeys("38*7+19=");
    const others = [typeKeys("2+3=", sum), typeKeys("r4+4=", sum)];
    const reports = [sum, ...others].map(report);
    for (const isOther of [true, false, false]) answer(isOther);
    assert.deepEqual(await Promise.all(reports), [true, false, false]);
    assert.deepEqual(inBox(), ["2+3", "4+4"]);
  });

  it("reports a plain number and a sum without a result, but puts neither on the tape", async () => {
    const { keeping, told, enter, answer, onTape, saved } = setUp();
    keeping.load(null);
    const reports = [enter("123456789012"), enter("5/0")];
    answer(false);
    answer(false);
    await Promise.all(reports);
    assert.deepEqual(told, ["123456789012", "5/0"]);
    assert.deepEqual([onTape(), saved], [[], []]);
  });

  it("saves nothing before the box was read, then both", async () => {
    const { keeping, saved, enter, answer, inBox } = setUp();
    const report = enter("2+3");
    answer(false);
    await report;
    assert.deepEqual(saved, []);
    keeping.load('[null,["1+1"]]');
    assert.deepEqual(inBox(), ["1+1", "2+3"]);
  });

  it("saves nothing while another window has the box, and all of it afterwards", async () => {
    const { keeping, saved, enter, answer, inBox, memoryInBox } = setUp();
    keeping.load('[null,["1+1"]]');
    keeping.setAway(true);
    const report = enter("2+3");
    answer(false);
    await report;
    keeping.setMemory(new Big(5));
    assert.deepEqual(saved, []);
    keeping.load('[null,["1+1","9+9"]]');
    assert.deepEqual(saved, []);
    keeping.setAway(false);
    assert.deepEqual(inBox(), ["1+1", "9+9", "2+3"]);
    assert.equal(memoryInBox(), "5");
  });

  it("never saves a sum without a verdict, however long another window has the box", async () => {
    const { keeping, saved, enter, answer, onTape, inBox } = setUp();
    keeping.load('[null,["1+1"]]');
    keeping.setAway(true);
    const reports = [enter("38*7+19"), enter("2+3")];
    keeping.setMemory(new Big(5));
    await setImmediate();
    keeping.load('[null,["1+1","9+9"]]');
    keeping.setAway(false);
    keeping.setMemory(new Big(6));
    assert.deepEqual(onTape(), ["1+1", "9+9", "38*7+19", "2+3"]);
    assert.deepEqual(inBox(), ["1+1", "9+9"]);
    answer(true);
    answer(false);
    assert.deepEqual(await Promise.all(reports), [true, false]);
    assert.deepEqual(inBox(), ["1+1", "9+9", "2+3"]);
    assert.ok(saved.every((text) => !text.includes("38")));
  });

  it("clears the history but not the memory", () => {
    const { keeping, saved, onTape } = setUp();
    keeping.load('["5",["1+1"]]');
    keeping.clear();
    assert.deepEqual(onTape(), []);
    assert.deepEqual(saved, ['["5",[]]']);
  });
});
