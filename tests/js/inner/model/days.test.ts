/** Days: how far they are, whatever the clocks do. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { daysBetween, isoDay, nearness } from "../../../../static/inner/model/days.ts";

describe("days", () => {
  it("are written as ISO text by the phone's own clock", () => {
    assert.equal(isoDay(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
    assert.equal(isoDay(new Date(2026, 11, 31, 0, 0)), "2026-12-31");
  });

  it("are counted over months, leap days and changes of the clocks", () => {
    assert.equal(daysBetween("2026-02-27", "2026-03-01"), 2);
    assert.equal(daysBetween("2028-02-27", "2028-03-01"), 3);
    assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
    assert.equal(daysBetween("2026-12-31", "2026-12-30"), -1);
  });

  const today = "2026-11-25";
  for (const [day, where] of [
    ["2026-11-24", "past"],
    ["2026-11-25", "near"],
    ["2026-12-05", "near"],
    ["2026-12-06", "far"],
    ["", "far"],
    ["soon", "far"],
  ] as const) {
    it(`${day || "no day"} is ${where}, ten days being near`, () => {
      assert.equal(nearness(day, today, 10), where);
    });
  }
});
