import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  answerAt,
  answered,
  isBegun,
  isUnsaid,
  isWritten,
  openStarters,
  ordered,
  type Place,
} from "../../../../static/inner/model/answers.ts";
import type {
  Chapter,
  Prompt,
  PromptKind,
  Section,
} from "../../../../static/inner/model/content.ts";
import { type Answer, makeDocument } from "../../../../static/inner/model/document.ts";
import { readDocument } from "../../../../static/inner/model/reader.ts";

const prompt = (id: string, kind: PromptKind): Prompt => ({
  id,
  kind,
  name: id,
  help: "",
  starters: [],
  link: "",
  record: null,
});
const section = (id: string, chapters: readonly Chapter[]): Section => ({
  id,
  name: id,
  about: "",
  chapters,
  isStepwise: false,
  prompts: [prompt("one", "list"), prompt("two", "yesno")],
});
const list: Place<"list"> = { section: "a", prompt: "one", kind: "list" };

describe("answers", () => {
  it("are empty until something is written, for every kind of prompt", () => {
    const kinds = [
      "text",
      "list",
      "contact",
      "date",
      "yesno",
      "have",
      "records",
    ] as const;
    for (const kind of kinds) {
      const answer = answerAt(makeDocument(null), { section: "a", prompt: "one", kind });
      assert.equal(isWritten(answer), false, kind);
    }
  });

  it("are kept side by side, and leave the old document alone", () => {
    const start = makeDocument(null);
    const once = answered(start, list, ({ items }) => ({
      kind: "list",
      items: [...items, { id: "i", text: "walk" }],
    }));
    const twice = answered(once, { section: "a", prompt: "two", kind: "yesno" }, () => ({
      kind: "choice",
      choice: "unsure",
    }));
    assert.deepEqual(start.answers, {});
    assert.deepEqual(answerAt(twice, list).items, [{ id: "i", text: "walk" }]);
    assert.deepEqual(twice.answers["a"]?.["two"], { kind: "choice", choice: "unsure" });
  });

  it("of another kind, from an older plan, count as none and are not mixed up", () => {
    const old = answered(
      makeDocument(null),
      { section: "a", prompt: "one", kind: "text" },
      () => ({ kind: "text", text: "old" }),
    );
    assert.deepEqual(answerAt(old, list).items, []);
  });

  it("of a list whose prompt has fields now become the first lines of records", () => {
    const old = answered(makeDocument(null), list, () => ({
      kind: "list",
      items: [{ id: "i", text: "Inhaler, 2 puffs" }],
    }));
    const place: Place<"records"> = { section: "a", prompt: "one", kind: "records" };
    const record = { id: "i", text: "Inhaler, 2 puffs", details: {}, isDone: false };
    assert.deepEqual(answerAt(old, place).items, [record]);
    const kept = answered(old, place, (before) => before);
    assert.deepEqual(kept.answers["a"]?.["one"], { kind: "records", items: [record] });
  });

  it("come back whole after being kept as text", () => {
    const all: readonly [PromptKind, Answer][] = [
      ["text", { kind: "text", text: "words" }],
      ["list", { kind: "list", items: [{ id: "i", text: "x" }] }],
      ["contact", { kind: "people", ids: ["p"] }],
      ["date", { kind: "date", date: "2026-12-03" }],
      ["yesno", { kind: "choice", choice: "no" }],
      [
        "have",
        { kind: "supplies", items: [{ id: "i", text: "x", state: "need", where: "y" }] },
      ],
      [
        "records",
        {
          kind: "records",
          items: [{ id: "i", text: "", details: { dose: "2" }, isDone: false }],
        },
      ],
    ];
    for (const [kind, answer] of all) {
      const place = { section: "s", prompt: kind, kind };
      const made = { ...makeDocument(null), answers: { s: { [kind]: answer } } };
      const read = readDocument(JSON.stringify(made));
      assert.deepEqual(answerAt(read, place), answer);
      assert.equal(isWritten(answerAt(read, place)), true, kind);
    }
  });

  it("say something about a thing in its words, its state, or where it is", () => {
    const thing = { id: "i", text: " ", state: "", where: "\n" } as const;
    const all = [
      { ...thing, text: "Keys" },
      { ...thing, where: "In my shoe" },
      { ...thing, state: "need" as const },
    ];
    assert.equal(isUnsaid(thing), true);
    assert.equal(isWritten({ kind: "supplies", items: [thing] }), false);
    for (const each of all) {
      assert.equal(isUnsaid(each), false);
      assert.equal(isWritten({ kind: "supplies", items: [thing, each] }), true);
    }
  });

  it("of blanks alone do not count as begun", () => {
    const put = (text: string): boolean =>
      isBegun(
        answered(makeDocument(null), list, () => ({
          kind: "list",
          items: [{ id: "i", text }],
        })),
        section("a", ["now"]),
      );
    assert.equal(put("  "), false);
    assert.equal(put("x"), true);
  });
});

describe("starters", () => {
  it("are offered until they are used", () => {
    const asked = { ...prompt("one", "list"), starters: ["Rest", "Walk"] };
    assert.deepEqual(openStarters(asked, [" Rest "]), ["Walk"]);
    assert.deepEqual(openStarters(asked, ["rest well"]), ["Rest", "Walk"]);
  });
});

describe("the order of the plan", () => {
  const all = [
    section("a", ["now"]),
    section("b", ["now", "leave"]),
    section("c", ["leave"]),
  ];
  const priorities = [
    { id: "x", name: "", sections: ["c", "gone", "a"] },
    { id: "y", name: "", sections: ["b"] },
  ];
  const order = (chosen: readonly string[], chapter: Chapter | null): string =>
    ordered(all, priorities, chosen, chapter)
      .map(({ id }) => id)
      .join("");

  it("is the plan's own while nothing was chosen", () => {
    assert.equal(order([], null), "abc");
  });
  it("puts the sections of what matters first at the front", () => {
    assert.equal(order(["x"], null), "cab");
    assert.equal(order(["y", "x"], null), "bca");
  });
  it("keeps to the chapter", () => {
    assert.equal(order(["x"], "leave"), "cb");
    assert.equal(order([], "after"), "");
  });
  it("does not stumble over what is no longer there", () => {
    assert.equal(order(["unknown"], null), "abc");
  });
});
