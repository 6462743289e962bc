/** The tape and the text in which it is kept. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Big from "big.js";
import {
  addEntry,
  type Entry,
  joinTapes,
  maxEntries,
  readKept,
  type Tape,
  writeKept,
} from "../../../../../static/cover/covers/calculator/tape.ts";
import { canonical } from "../../../../../static/cover/covers/calculator/keys.ts";
import { typeKeys } from "./type.ts";

function entry(sum: string, status: Entry["status"] = "kept"): Entry {
  const { keys, answer } = typeKeys(`${sum}=`);
  assert.ok(answer instanceof Big);
  return { keys, result: answer, status };
}

const sums = (tape: Tape): readonly string[] => tape.map(({ keys }) => canonical(keys));

describe("the tape", () => {
  it("comes back as it was kept", () => {
    const tape = [entry("2+3"), entry("1/3=*3"), entry("200+10%"), entry("2-5=*(4-1")];
    const kept = { tape, memory: new Big("-0.125") };
    assert.deepEqual(readKept(writeKept(kept)), kept);
    assert.deepEqual(readKept(writeKept({ tape: [], memory: null })), {
      tape: [],
      memory: null,
    });
  });

  it("is never written with a sum that may be taken back", () => {
    const text = writeKept({
      tape: [entry("38*7", "asked"), entry("2+3")],
      memory: null,
    });
    assert.deepEqual(sums(readKept(text).tape), ["2+3"]);
    assert.ok(!text.includes("38"));
  });

  it("holds the newest hundred sums", () => {
    let tape: Tape = [];
    for (let n = 0; n < maxEntries + 5; n += 1) tape = addEntry(tape, entry(`${n}+1`));
    assert.equal(tape.length, maxEntries);
    assert.equal(sums(tape)[0], "5+1");
    assert.equal(readKept(writeKept({ tape, memory: null })).tape.length, maxEntries);
  });

  it("puts what was done here after what was kept", () => {
    const here = [entry("1+1", "kept"), entry("3+3", "loose"), entry("4+4", "asked")];
    assert.deepEqual(sums(joinTapes([entry("2+2")], here)), ["2+2", "3+3", "4+4"]);
  });

  it("reads anything without a fault and keeps what is sound", () => {
    const unreadable = [
      "",
      "{",
      "null",
      "7",
      '"x"',
      "{}",
      "[]",
      "[[],{}]",
      '["x","y"]',
      "[".repeat(1e6),
    ];
    for (const text of [null, ...unreadable]) {
      assert.deepEqual(readKept(text), { tape: [], memory: null });
    }
    const mixed = JSON.stringify([
      "[5]",
      ["2+3", 4, null, "x", "5/0", "12", "1".repeat(99), "6*7"],
    ]);
    assert.deepEqual(sums(readKept(mixed).tape), ["2+3", "6*7"]);
    assert.equal(readKept(mixed).memory, null);
    assert.equal(readKept('["1e300",[]]').memory, null);
  });
});
