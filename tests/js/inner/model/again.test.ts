/** Looking again: on which day, and what is due. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  promptSet,
  sectionAway,
  sectionSet,
} from "../../../../static/inner/model/arranging.ts";
import { due, later, type Span } from "../../../../static/inner/model/again.ts";
import { isoDay } from "../../../../static/inner/model/days.ts";
import { planOf, start } from "./planned.ts";

describe("a day to look again", () => {
  for (const [from, span, wanted] of [
    ["2026-11-25", "week", "2026-12-02"],
    ["2026-12-29", "week", "2027-01-05"],
    ["2026-11-25", "month", "2026-12-25"],
    ["2027-01-31", "month", "2027-02-28"],
    ["2028-01-31", "month", "2028-02-29"],
    ["2026-11-30", "season", "2027-02-28"],
    ["2026-12-01", "season", "2027-03-01"],
  ] as const satisfies readonly (readonly [string, Span, string])[]) {
    it(`is ${wanted}, a ${span} after ${from}`, () => {
      const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
      const evening = new Date(year, month - 1, date, 23, 30);
      assert.equal(isoDay(evening), from);
      assert.equal(later(evening, span), wanted);
    });
  }
});

describe("what is due", () => {
  const set = promptSet("b", "two", { again: "2026-12-01" })(
    sectionSet("a", (now) => ({ ...now, again: "2026-11-30" }))(start),
  );
  const names = (today: string, document = set): string =>
    due(planOf(document), today)
      .map(({ name, place }) => `${name}|${place}`)
      .join(", ");

  it("is nothing before its day, and stays due after it", () => {
    assert.equal(names("2026-11-29"), "");
    assert.equal(names("2026-11-30"), "section a|");
    assert.equal(names("2027-05-01"), "section a|, prompt two|section b");
  });

  it("leaves alone what was put away", () => {
    assert.equal(
      names("2027-01-01", sectionAway("a", true)(set)),
      "prompt two|section b",
    );
    assert.equal(
      names("2027-01-01", promptSet("b", "two", { isAway: true })(set)),
      "section a|",
    );
  });
});
