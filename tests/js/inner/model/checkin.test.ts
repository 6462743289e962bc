/** Check-ins: what is kept, what is not, and when practice is offered again. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type CheckIn,
  checkedIn,
  isHard,
  isPracticeDue,
  makeCheckIn,
} from "../../../../static/inner/model/checkin.ts";
import { makeDocument } from "../../../../static/inner/model/document.ts";
import { readCheckIn } from "../../../../static/inner/model/readcheckins.ts";

const day = "2026-11-25";
const one = (id: string): CheckIn => ({ ...makeCheckIn(id, day), mood: "2" });

describe("a check-in", () => {
  it("is kept from its first answer on, the newest first", () => {
    const [a, b] = [one("a"), one("b")];
    assert.deepEqual(checkedIn([], a), [a]);
    assert.deepEqual(checkedIn([a], b), [b, a]);
    const more: CheckIn = { ...a, line: "slept" };
    assert.deepEqual(checkedIn([b, a], more), [b, more]);
  });

  it("is gone when every answer is taken back", () => {
    const empty = makeCheckIn("a", day);
    assert.deepEqual(checkedIn([], empty), []);
    assert.deepEqual(checkedIn([one("b"), one("a")], { ...empty, line: "  " }), [
      one("b"),
    ]);
  });

  it("is hard when one of the two lowest was picked", () => {
    assert.deepEqual(
      (["", "1", "2", "3", "4", "5"] as const).filter((level) => isHard(level)),
      ["1", "2"],
    );
  });

  it("is read back as it was, and odd parts become empty", () => {
    const whole: CheckIn = { id: "a", day, mood: "1", safety: "5", line: "línea" };
    assert.deepEqual(readCheckIn(JSON.parse(JSON.stringify(whole))), whole);
    assert.deepEqual(readCheckIn({ id: "a", mood: 3, safety: "9", line: [] }), {
      ...makeCheckIn("a", ""),
    });
    assert.equal(readCheckIn({ day }), null);
    assert.equal(readCheckIn(null), null);
  });
});

describe("practice", () => {
  const practisedOn = (on: string): boolean => {
    const document = makeDocument(null);
    const firstRun = { ...document.firstRun, practisedOn: on };
    return isPracticeDue({ ...document, firstRun }, "2026-11-25");
  };

  it("is offered when it never was, or more than thirty days ago", () => {
    assert.equal(practisedOn(""), true);
    assert.equal(practisedOn("odd"), true);
    assert.equal(practisedOn("2026-10-25"), true);
  });

  it("is not offered for thirty days", () => {
    assert.equal(practisedOn("2026-11-25"), false);
    assert.equal(practisedOn("2026-10-26"), false);
  });
});
