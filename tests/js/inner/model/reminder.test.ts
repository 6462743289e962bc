/** Reminders: times stay within a day, the rule is what the server takes, odd data does no harm. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readReminder } from "../../../../static/inner/model/readreminder.ts";
import {
  endAt,
  isComplete,
  LAST_MINUTE,
  type Reminder,
  restsOn,
  ruleOf,
  startAt,
  STEP_MINUTES,
  toggleDay,
  USUAL_REMINDER,
} from "../../../../static/inner/model/reminder.ts";

const picked: Reminder = {
  days: [2, 4],
  fromMinute: 510,
  toMinute: 600,
  weeks: "2",
  line: "own",
  own: "Buy bread",
  started: { id: "x".repeat(43), endpoint: "https://push.example/1", days: 30 },
  renewedOn: "2026-11-25",
};

describe("a reminder", () => {
  it("is read back as it was kept", () => {
    assert.deepEqual(readReminder(JSON.parse(JSON.stringify(picked))), picked);
  });

  for (const odd of [
    null,
    3,
    [],
    {},
    { days: "2", fromMinute: 700, toMinute: 600, weeks: 2, line: "x", own: 1 },
    { days: [0, 8, "1"], started: { id: "" }, renewedOn: 5 },
    { started: [], fromMinute: -5, toMinute: 1.5 },
  ]) {
    it(`that was kept as ${JSON.stringify(odd)} is as if nothing was picked`, () => {
      assert.deepEqual(readReminder(odd), USUAL_REMINDER);
    });
  }

  it("becomes the rule that the server takes", () => {
    assert.deepEqual(ruleOf(picked, "America/Chicago"), {
      days: [2, 4],
      from: "08:30",
      to: "10:00",
      zone: "America/Chicago",
      every: { count: 2, unit: "week" },
    });
  });

  it("has its days in order, each once", () => {
    assert.deepEqual(toggleDay([2, 6], 4), [2, 4, 6]);
    assert.deepEqual(toggleDay([2, 4, 6], 4), [2, 6]);
  });

  it("stays within its day, and ends after it starts, wherever it is moved", () => {
    for (let minute = -60; minute <= 25 * 60; minute += STEP_MINUTES) {
      for (const part of [startAt(picked, minute), endAt(picked, minute)]) {
        const { fromMinute, toMinute } = { ...picked, ...part };
        assert.ok(fromMinute >= 0 && toMinute <= LAST_MINUTE);
        assert.ok(toMinute - fromMinute >= STEP_MINUTES);
      }
    }
  });

  it("needs a day, and words where they are the person's own", () => {
    assert.equal(isComplete(picked), true);
    assert.equal(isComplete({ ...picked, days: [] }), false);
    assert.equal(isComplete({ ...picked, own: "  " }), false);
    assert.equal(isComplete({ ...picked, own: "", line: "add" }), true);
  });

  it("rests as many days after the last visit as the server said", () => {
    assert.equal(restsOn(picked), "2026-12-25");
    assert.equal(restsOn({ ...picked, renewedOn: "" }), "");
  });

  it("kept before the server said so rests after ninety, over the end of a year as well", () => {
    for (const days of [undefined, 0, "30", 1.5]) {
      const old = { ...picked, started: { ...picked.started, days } };
      assert.equal(restsOn(readReminder(old)), "2027-02-23");
    }
  });
});
