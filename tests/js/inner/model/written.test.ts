/** All that was written, found, and put on the card. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { promptSet } from "../../../../static/inner/model/arranging.ts";
import {
  cardEdited,
  cardOf,
  picked,
  unbroken,
} from "../../../../static/inner/model/card.ts";
import { type Document, makePerson } from "../../../../static/inner/model/document.ts";
import { around, found, ready } from "../../../../static/inner/model/find.ts";
import { MAX_CARD_LINES } from "../../../../static/inner/model/frame.ts";
import { readDocument } from "../../../../static/inner/model/reader.ts";
import { type Written, written } from "../../../../static/inner/model/written.ts";
import { planOf, start } from "./planned.ts";

const rosa = {
  ...makePerson("r"),
  ...{ name: "Rosa", number: "+1 555 0101", safeTimes: "Sunday", notes: "has my keys" },
  ...{ chat: "someone at the chat", callsMe: "Bluebird" },
  allowed: {
    ...makePerson("r").allowed,
    voicemail: { consent: "only", only: "book club" },
  } as const,
};
const full: Document = {
  ...start,
  people: [rosa],
  answers: {
    a: {
      one: {
        kind: "list",
        items: [
          { id: "i1", text: "Crème at the café" },
          { id: "i2", text: "  " },
        ],
      },
      two: { kind: "text", text: "line one\nline two" },
      day: { kind: "date", date: "2026-12-24" },
    },
    b: {
      one: {
        kind: "supplies",
        items: [{ id: "s", text: "Charger", state: "have", where: "left shoe" }],
      },
    },
    gone: { one: { kind: "text", text: "nobody asks this any more" } },
  },
};
const all = (document: Document = full): readonly Written[] =>
  written(planOf(document), document, (iso) => `day ${iso}`);
const search = (query: string, document: Document = full): string =>
  found(ready(all(document)), query)
    .map(({ text }) => text)
    .join(" | ");

describe("search", () => {
  it("finds every kind of thing that was written", () => {
    for (const [query, text] of [
      ["creme", "Crème at the café"],
      ["CAFÉ crème", "Crème at the café"],
      ["line two", "line one\nline two"],
      ["left", "Charger · left shoe"],
      ["12-24", "day 2026-12-24"],
      ["0101", "Rosa · +1 555 0101"],
      ["keys", "has my keys"],
      ["book", "book club"],
      ["chat", "someone at the chat"],
      ["bluebird", "Bluebird"],
      ["sunday", "Sunday"],
      ["section b", "section b"],
    ] as const) {
      assert.ok(search(query).split(" | ").includes(text), `${query}: ${search(query)}`);
    }
  });

  it("finds names that the person gave, after what they wrote", () => {
    const named = promptSet("a", "two", { name: "Charger place" })(full);
    assert.equal(search("charger", named), "Charger · left shoe | Charger place");
    assert.equal(search("prompt two", full).split(" | ").length, 4);
    assert.equal(search("prompt two", named).split(" | ").length, 2);
  });

  it("takes a word of the place along, but not alone", () => {
    assert.equal(search("rosa keys"), "has my keys");
    assert.equal(search("rosa"), "Rosa · +1 555 0101");
    assert.equal(search("shoe prompt"), "Charger · left shoe");
    assert.equal(search("shoe rosa"), "");
  });

  it("finds nothing for nothing, and nothing that the plan does not show", () => {
    assert.equal(search(" "), "");
    assert.equal(search("nobody"), "");
  });

  it("leads to the prompt", () => {
    const [hit] = found(ready(all()), "creme");
    assert.deepEqual(hit?.to, { name: "section", id: "a", at: "one" });
  });

  it("shows a long text around the hit", () => {
    const long = `${"word ".repeat(60)}needle ${"word ".repeat(60)}`;
    const short = around(long, ["needle"]);
    assert.match(short, /^…word.*needle.*word…$/);
    assert.ok(short.length < 120);
    assert.equal(around("short\ntext", ["x"]), "short text");
    assert.match(around(long, ["nothing"]), /^word/);
  });
});

describe("the card", () => {
  const at = (ref: string, document: Document = full): Written => {
    const there = all(document).find((each) => each.ref === ref);
    assert.ok(there, ref);
    return there;
  };
  const lines = (document: Document): string =>
    cardOf(document.plan.card, all(document))
      .map(({ text }) => text)
      .join(" | ");
  const one = picked(at("a/one/i1"), "c1")(full);

  it("takes a line from what was written, and gives it back", () => {
    assert.equal(lines(one), "Crème at the café");
    assert.equal(lines(picked(at("a/one/i1"), "c2")(one)), "");
    assert.equal(
      lines(picked(at("a/two/text"), "c2")(one)),
      "Crème at the café | line one · line two",
    );
  });

  it("follows its source until the person rewords it", () => {
    const moved: Document = {
      ...one,
      answers: {
        ...one.answers,
        a: { one: { kind: "list", items: [{ id: "i1", text: "The library" }] } },
      },
    };
    assert.equal(lines(moved), "The library");
    const reworded = cardEdited((card) =>
      card.map((line) => ({ ...line, text: "The L." })),
    )(one);
    assert.equal(lines({ ...moved, plan: reworded.plan }), "The L.");
  });

  it("keeps a line whose source is gone", () => {
    assert.equal(lines({ ...one, answers: {} }), "Crème at the café");
  });

  it("never has more than eight lines, however they come", () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: `c${index}`, text: `${index}`, from: "", seen: "" },
    }));
    const crowded = cardEdited(() => many)(full);
    assert.equal(crowded.plan.card.length, MAX_CARD_LINES);
    assert.equal(picked(at("a/one/i1"), "x")(crowded), crowded);
  });

  it("is never cut, neither where it is picked nor when it is opened again", () => {
    const text = `${"Ask for Ana at the blue door. ".repeat(12)}555 0142`;
    const filled: Document = {
      ...full,
      answers: {
        ...full.answers,
        a: { one: { kind: "list", items: [{ id: "i1", text }] } },
      },
    };
    const card = picked(at("a/one/i1", filled), "c1")(filled);
    const own = { id: "c2", text, from: "", seen: "" };
    const both = cardEdited((now) => [...now, own])(card);
    assert.deepEqual(
      both.plan.card.map((line) => line.text),
      [text, text],
    );
    const opened = readDocument(JSON.stringify(both));
    assert.deepEqual(opened.plan.card, both.plan.card);
  });

  it("does not tear numbers apart", () => {
    assert.equal(unbroken("Rosa +1 (555) 01 02"), "Rosa +1\u00a0(555)\u00a001\u00a002");
    assert.equal(unbroken("24 Main Street"), "24 Main Street");
  });
});
