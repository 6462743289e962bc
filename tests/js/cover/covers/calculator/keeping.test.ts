/** When sums are kept, and that a sum which was not meant for the calculator never is. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Big from "big.js";
import { makeKeeping } from "../../../../../static/cover/covers/calculator/keeping.ts";
import { canonical } from "../../../../../static/cover/covers/calculator/keys.ts";
import { readKept } from "../../../../../static/cover/covers/calculator/tape.ts";
import { typeKeys } from "./type.ts";

/** A keeping whose entries wait until `answer` says what they were. */
function setUp() {
  const saved: string[] = [];
  const told: string[] = [];
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
    enter: (keys: string) => keeping.report(typeKeys(`${keys}=`)),
    answer: (isOther: boolean) => waiting.shift()?.(isOther),
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

  it("clears the history but not the memory", () => {
    const { keeping, saved, onTape } = setUp();
    keeping.load('["5",["1+1"]]');
    keeping.clear();
    assert.deepEqual(onTape(), []);
    assert.deepEqual(saved, ['["5",[]]']);
  });
});
