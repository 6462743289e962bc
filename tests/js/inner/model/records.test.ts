/** Records: filled in, ordered kindly, and read back from whatever was kept. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RecordField } from "../../../../static/inner/model/content.ts";
import type { Answer, RecordItem } from "../../../../static/inner/model/document.ts";
import { readAnswers } from "../../../../static/inner/model/readanswers.ts";
import { MAX_TEXT } from "../../../../static/inner/model/document.ts";
import { inOrder, wholePlan } from "../../../../static/inner/model/whole.ts";
import { written } from "../../../../static/inner/model/written.ts";
import { content, start } from "./planned.ts";
import {
  byDay,
  detail,
  dueWords,
  filled,
  isBlank,
  makeRecord,
  openFirst,
  withDetail,
} from "../../../../static/inner/model/records.ts";

const field = (id: string, part: Partial<RecordField> = {}): RecordField => ({
  id,
  kind: "text",
  name: id,
  isFirst: false,
  options: [],
  near: "",
  nearDays: 0,
  past: "",
  ...part,
});
const record = (
  id: string,
  details: Readonly<Record<string, string>> = {},
  isDone = false,
): RecordItem => ({ id, text: id, details, isDone });
const ids = (records: readonly RecordItem[]): string =>
  records.map(({ id }) => id).join("");

describe("a record", () => {
  it("begins with its first line alone", () => {
    assert.deepEqual(makeRecord({ id: "a", text: "Inhaler" }), {
      id: "a",
      text: "Inhaler",
      details: {},
      isDone: false,
    });
  });

  it("takes details one by one and gives them up again", () => {
    const start = makeRecord({ id: "a", text: "Inhaler" });
    const once = withDetail(start, "dose", "2 puffs");
    const twice = withDetail(once, "out", "2026-12-03");
    assert.deepEqual(twice.details, { dose: "2 puffs", out: "2026-12-03" });
    assert.deepEqual(withDetail(twice, "dose", "").details, { out: "2026-12-03" });
    assert.deepEqual(start.details, {});
  });

  it("has no detail under the name of a built-in", () => {
    assert.equal(detail(record("a"), "constructor"), "");
  });

  it("is blank only when nothing stands in any field", () => {
    assert.equal(isBlank({ ...record("a", { dose: " " }), text: " " }), true);
    assert.equal(isBlank({ ...record("a", { dose: "1" }), text: "" }), false);
    assert.equal(isBlank(record("a")), false);
  });

  it("lists what is filled in, in the order of the fields", () => {
    const fields = [field("dose"), field("for"), field("spare")];
    const some = record("a", { spare: "in my shoe", for: " ", dose: "2" });
    assert.deepEqual(
      filled(fields, some).map(({ id }) => id),
      ["dose", "spare"],
    );
  });
});

describe("the order of records", () => {
  const a = record("a", { when: "2026-12-09" });
  const b = record("b", { when: "2026-12-01" }, true);
  const c = record("c");
  const d = record("d", { when: "2026-11-30" });

  it("is the person's own, what is done last", () => {
    assert.equal(ids(openFirst([a, b, c, d])), "acdb");
    const open = [a, c, d];
    assert.equal(openFirst(open), open);
  });

  it("by days puts those without a day after the others and what is done last", () => {
    assert.equal(ids(byDay([a, b, c, d], "when")), "dacb");
  });

  it("go back to an earlier order with what was written since, what is new at the end", () => {
    const since = [{ ...b, text: "reworded" }, record("new"), a];
    const back = inOrder(since, ["a", "gone", "b"]);
    assert.deepEqual(
      back.map(({ text }) => text),
      ["a", "reworded", "new"],
    );
  });
});

describe("what a day says", () => {
  const fields = [
    field("out", { kind: "day", near: "soon", nearDays: 10, past: "over" }),
    field("look", { kind: "day", past: "look" }),
    field("note", { past: "never" }),
  ];
  const said = (details: Readonly<Record<string, string>>, isDone = false): string =>
    dueWords(fields, record("a", details, isDone), "2026-11-25").join(" ");

  it("is nothing while it is far, and words when it is near or over", () => {
    assert.equal(said({ out: "2027-01-01" }), "");
    assert.equal(said({ out: "2026-11-28" }), "soon");
    assert.equal(said({ out: "2026-11-20", look: "2026-11-01" }), "over look");
  });

  it("is nothing where no words are, where it is no day, and once it is done", () => {
    assert.equal(said({ look: "2026-11-25" }), "");
    assert.equal(said({ note: "2026-11-01" }), "");
    assert.equal(said({ out: "2026-11-20" }, true), "");
  });
});

describe("reading records back", () => {
  const read = (items: unknown): Answer | undefined =>
    readAnswers({ s: { p: { kind: "records", items } } })["s"]?.["p"];

  it("gives back exactly what was written", () => {
    const items = [record("a", { dose: "2", out: "2026-12-03" }, true), record("b")];
    assert.deepEqual(read(JSON.parse(JSON.stringify(items))), { kind: "records", items });
  });

  it("leaves out what is no record and what is no detail, and keeps the rest", () => {
    const odd = [
      null,
      7,
      { text: "no id" },
      { id: "a", details: { x: 3, y: "", z: "z" } },
    ];
    assert.deepEqual(read(odd), {
      kind: "records",
      items: [{ id: "a", text: "", details: { z: "z" }, isDone: false }],
    });
    for (const details of [null, [], "x", 4])
      assert.deepEqual(read([{ id: "a", text: "t", details, isDone: "yes" }]), {
        kind: "records",
        items: [{ id: "a", text: "t", details: {}, isDone: false }],
      });
  });

  it("limits records, details and texts", () => {
    const details = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [
        `k${at}`,
        "x".repeat(at === 0 ? MAX_TEXT + 9 : 1),
      ]),
    );
    const many = Array.from({ length: 3_000 }, (_, at) => ({ id: `i${at}` }));
    const answer = read([{ id: "a", details }, ...many]);
    assert.ok(answer?.kind === "records");
    assert.equal(answer.items.length, 2_000);
    assert.equal(Object.keys(answer.items[0]?.details ?? {}).length, 2_000);
    assert.equal(answer.items[0]?.details["k0"]?.length, MAX_TEXT);
  });
});

describe("everything written", () => {
  it("has each record as one text, its choices and days in words, people left out", () => {
    const options = [{ id: "yes", name: "It helped" }];
    const shape = {
      ...{ headline: "What", isTicked: false },
      fields: [
        field("when", { kind: "day" }),
        field("good", { kind: "choice", options }),
        field("who", { kind: "person" }),
        field("why"),
      ],
    };
    const [first] = content.sections;
    assert.ok(first !== undefined);
    const prompts = first.prompts.map((prompt) => ({ ...prompt, record: shape }));
    const plan = { ...content, sections: [{ ...first, prompts }] };
    const details = { when: "2026-12-24", good: "yes", who: "p", why: " long wait " };
    const document = {
      ...start,
      answers: {
        a: { one: { kind: "records", items: [record("aid", details), record("b")] } },
      },
    } as const;
    const texts = written(wholePlan(plan, document), document, (iso) => `day ${iso}`)
      .filter(({ isName }) => !isName)
      .map(({ text }) => text);
    assert.deepEqual(texts, ["aid · day 2026-12-24 · It helped · long wait", "b"]);
  });
});
