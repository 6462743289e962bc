/** The first run: order, what is left out, and how practice is counted. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Document,
  makeDocument,
  type Step,
  STEPS,
} from "../../../../static/inner/model/document.ts";
import {
  atStep,
  countPractice,
  firstRoute,
  hasBefore,
  neighbour,
  stepFor,
} from "../../../../static/inner/model/steps.ts";

const fresh = makeDocument(null);
const at = (part: Partial<Document["firstRun"]>): Document => ({
  ...fresh,
  firstRun: { ...fresh.firstRun, ...part },
});

describe("the first run", () => {
  it("asks to install before any secret, and only where it is not installed", () => {
    assert.ok(STEPS.indexOf("install") < STEPS.indexOf("secret"));
    assert.equal(neighbour("limits", 1, { isInstalled: false }), "install");
    assert.equal(neighbour("limits", 1, { isInstalled: true }), "others");
    assert.equal(neighbour("others", -1, { isInstalled: true }), "limits");
  });

  it("says what it cannot do before it asks for anything", () => {
    assert.ok(STEPS.indexOf("limits") < STEPS.indexOf("others"));
  });

  it("reaches the end from the start", () => {
    let step: Step = "welcome";
    const seen: string[] = [step];
    while (seen.at(-1) !== "done" && seen.length < 20) {
      step = neighbour(step, 1, { isInstalled: false });
      seen.push(step);
    }
    assert.deepEqual(seen, [...STEPS]);
  });

  it("never asks to type a secret again that is no longer in memory", () => {
    assert.equal(stepFor("again", "", false), "secret");
    assert.equal(stepFor("again", "a b c", false), "again");
  });

  it("cannot go back to choosing once the space is made", () => {
    assert.equal(hasBefore("matters"), false);
    assert.equal(hasBefore("practice"), true);
  });
});

describe("practice", () => {
  it("counts a return only while it is under way", () => {
    const left = at({ step: "practice", isPractising: true });
    assert.deepEqual(countPractice("2026-11-25")(left).firstRun, {
      step: "practice",
      practised: 1,
      isPractising: false,
      practisedOn: "2026-11-25",
    });
    assert.equal(countPractice("2026-11-25")(fresh), fresh);
  });

  it("goes on where it was left", () => {
    assert.deepEqual(firstRoute(at({ step: "practice", isPractising: true })), {
      name: "first",
    });
    assert.deepEqual(firstRoute(at({ step: "done", isPractising: true })), {
      name: "practice",
    });
    assert.deepEqual(firstRoute(atStep("done")(fresh)), { name: "home" });
    assert.deepEqual(firstRoute(fresh), { name: "first" });
  });
});
