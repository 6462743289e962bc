/** The plan as a person arranged it: order, names, own parts, what was put away. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  arranged,
  chaptersSet,
  hasRoom,
  promptAdded,
  promptDeleted,
  promptSet,
  sectionAdded,
  sectionAway,
  sectionDeleted,
  sectionSet,
} from "../../../../static/inner/model/arranging.ts";
import { answered, answerAt } from "../../../../static/inner/model/answers.ts";
import type { Document } from "../../../../static/inner/model/document.ts";
import {
  MAX_OWN_PROMPTS,
  MAX_OWN_SECTIONS,
} from "../../../../static/inner/model/frame.ts";
import { placed } from "../../../../static/inner/model/whole.ts";
import { ids, planOf, start } from "./planned.ts";

const inOrder = (document: Document, ...order: readonly string[]): Document =>
  arranged((plan) => ({ ...plan, order }))(document);
const section = (document: Document, id: string) => {
  const found = planOf(document).find((each) => each.id === id);
  assert.ok(found);
  return found;
};

describe("the whole plan", () => {
  it("is the content's own until something was arranged", () => {
    assert.equal(ids(planOf(start)), "a b c");
    assert.equal(section(start, "a").name, "section a");
  });

  it("lets the person's order win over what matters first", () => {
    const lifted = { ...start, priorities: ["lift"] };
    assert.equal(ids(planOf(lifted)), "c a b");
    assert.equal(ids(planOf(inOrder(lifted, "b", "a", "c"))), "b a c");
  });

  it("puts sections that the order does not know at the end", () => {
    assert.equal(ids(planOf(inOrder(start, "c", "gone"))), "c a b");
    const added = sectionAdded("own", [])(inOrder(start, "c", "b", "a"));
    assert.equal(ids(planOf(added)), "c b a own");
  });

  it("calls things by the person's names, and by the usual ones again", () => {
    const named = sectionSet("a", (now) => ({ ...now, name: " Mine " }))(start);
    assert.equal(section(named, "a").name, "Mine");
    const renamed = promptSet("a", "two", { name: "My words" })(named);
    assert.equal(section(renamed, "a").prompts[1]?.name, "My words");
    const usual = sectionSet("a", (now) => ({ ...now, name: " " }))(renamed);
    assert.equal(section(usual, "a").name, "section a");
  });

  it("orders and hides prompts", () => {
    const order = ["day", "one", "two"];
    const made = sectionSet("b", (now) => ({ ...now, order }))(start);
    const away = promptSet("b", "one", { isAway: true })(made);
    assert.equal(ids(section(away, "b").prompts), "day one two");
    assert.equal(
      ids(section(away, "b").prompts.filter((each) => !each.isAway)),
      "day two",
    );
    assert.equal(ids(section(away, "a").prompts), "one two day");
  });

  it("marks sections that were put away, and takes them out again", () => {
    const away = sectionAway("b", true)(start);
    assert.equal(section(away, "b").isAway, true);
    assert.equal(section(sectionAway("b", false)(away), "b").isAway, false);
    assert.deepEqual(sectionAway("b", true)(away).settings.notNow, ["b"]);
  });
});

describe("own parts", () => {
  const own = promptAdded("own", "p", "list")(sectionAdded("own", ["now"])(start));
  const list = { section: "own", prompt: "p", kind: "list" } as const;
  const full = answered(own, list, () => ({
    kind: "list",
    items: [{ id: "i", text: "pebble" }],
  }));

  it("are sections and prompts like any other, named when they have no name", () => {
    assert.deepEqual(section(own, "own").chapters, ["now"]);
    assert.equal(section(own, "own").name, "own page");
    assert.equal(section(own, "own").prompts[0]?.name, "list");
    assert.equal(section(own, "own").isOwn, true);
    assert.equal(section(own, "a").isOwn, false);
    const helps = chaptersSet("own", ["leave", "after"])(own);
    assert.deepEqual(section(helps, "own").chapters, ["leave", "after"]);
  });

  it("stand in sections of the content too", () => {
    const added = promptAdded("a", "mine", "yesno")(start);
    assert.equal(ids(section(added, "a").prompts), "one two day mine");
    assert.equal(section(added, "a").prompts[3]?.isOwn, true);
  });

  it("are deleted with every word, and come back with every word", () => {
    const [remove, restore] = sectionDeleted(full, "own");
    const gone = remove(full);
    assert.equal(ids(planOf(gone)), "a b c");
    assert.ok(!JSON.stringify(gone).includes("pebble"));
    // What was written meanwhile stays.
    const meanwhile = promptSet("a", "one", { name: "New" })(gone);
    const back = restore(meanwhile);
    assert.deepEqual(answerAt(back, list).items, [{ id: "i", text: "pebble" }]);
    assert.equal(section(back, "a").prompts[0]?.name, "New");
    assert.equal(ids(planOf(restore(back))), "a b c own");
  });

  it("lose one prompt with its words alone, and get it back at its place", () => {
    const two = promptAdded("own", "q", "text")(full);
    const [remove, restore] = promptDeleted(two, "own", "p");
    const gone = remove(two);
    assert.equal(ids(section(gone, "own").prompts), "q");
    assert.ok(!JSON.stringify(gone).includes("pebble"));
    assert.deepEqual(restore(gone), two);
  });

  it("have a ceiling", () => {
    let crowded = start;
    for (let at = 0; at < MAX_OWN_SECTIONS; at += 1)
      crowded = sectionAdded(`s${at}`, [])(crowded);
    assert.equal(hasRoom(crowded), false);
    assert.equal(sectionAdded("more", [])(crowded), crowded);
    for (let at = 0; at < MAX_OWN_PROMPTS + 3; at += 1)
      crowded = promptAdded("s0", `p${at}`, "text")(crowded);
    assert.equal(crowded.plan.sections["s0"]?.own.length, MAX_OWN_PROMPTS);
  });
});

describe("a place in the order", () => {
  const all = ["a", "b", "c", "d"];
  for (const [seen, id, to, wanted] of [
    [all, "d", 0, "d a b c"],
    [all, "a", 3, "b c d a"],
    [all, "b", 1, "a b c d"],
    [all, "a", 99, "b c d a"],
    [all, "c", -5, "c a b d"],
    // b is put away: it stays behind a.
    [["a", "c", "d"], "d", 1, "a b d c"],
    [["a", "c", "d"], "a", 2, "b c d a"],
    [["a"], "a", 0, "b c d a"],
  ] as const) {
    it(`puts ${id} at ${to} of ${seen.join("")}: ${wanted}`, () =>
      assert.equal(placed(all, seen, id, to).join(" "), wanted));
  }
});
