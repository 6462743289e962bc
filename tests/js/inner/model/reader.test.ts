/** Reading kept documents back: whole ones unchanged, odd ones without harm. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kit } from "../../../../static/cover/base/host.ts";
import {
  type Document,
  makeDocument,
  makeId,
  makePerson,
  MAX_TEXT,
} from "../../../../static/inner/model/document.ts";
import {
  MAX_CARD_LINES,
  MAX_NAME,
  MAX_OWN_PROMPTS,
  MAX_OWN_SECTIONS,
  USUAL_FRAME,
} from "../../../../static/inner/model/frame.ts";
import { readDocument } from "../../../../static/inner/model/reader.ts";

const kit: Kit = {
  pack: "/p/1",
  packs: { en: "/p/1", es: "/p/2" },
  notes: "/p/3",
  language: "es",
  country: "MX",
  exitSite: "https://example.org/",
  services: [{ name: "n", what: "w", call: "1", text: "2", hours: "h" }],
};

const rich: Document = {
  ...makeDocument(kit),
  settings: {
    leaving: {
      idleSeconds: 0,
      onFaceDown: true,
      onShake: true,
      exitSite: "https://a.example/",
    },
    language: "en",
    coverName: "Groceries",
    isBillKnown: true,
    isTextKnown: true,
    country: "MX",
    notNow: ["medicine"],
  },
  firstRun: {
    step: "practice",
    practised: 1,
    isPractising: true,
    practisedOn: "2026-11-02",
  },
  priorities: ["calm", "go"],
  people: [
    {
      ...makePerson("p1"),
      name: "Rosa",
      number: "+1 555 0100",
      circle: "near",
      allowed: {
        ...makePerson("p1").allowed,
        voicemail: { consent: "only", only: "book club" },
      },
      safeTimes: "mornings",
      chat: "@rosa on the blue app",
      callsMe: "Lu",
    },
  ],
  answers: {
    feel: {
      text: { kind: "text", text: "línea 1\nline 2" },
      list: { kind: "list", items: [{ id: "1", text: "walk" }] },
      people: { kind: "people", ids: ["p1"] },
      date: { kind: "date", date: "2026-11-23" },
      choice: { kind: "choice", choice: "unsure" },
      have: {
        kind: "supplies",
        items: [{ id: "1", text: "ID", state: "need", where: "" }],
      },
      records: {
        kind: "records",
        items: [{ id: "1", text: "Inhaler", details: { dose: "2" }, isDone: true }],
      },
    },
  },
  plan: {
    order: ["b", "a"],
    own: [{ id: "o", chapters: ["now", "after"] }],
    sections: {
      o: {
        name: "Mine",
        again: "2027-01-01",
        order: ["q"],
        own: [{ id: "q", kind: "have" }],
        prompts: { q: { name: "Bag", isAway: true, again: "" } },
      },
    },
    card: [{ id: "c", text: "Library", from: "a/one/i", seen: "Library" }],
  },
  tools: { breathing: { better: 2, same: 1, worse: 0 } },
  checkIns: [{ id: "c1", day: "2026-11-20", mood: "4", safety: "", line: "a walk" }],
};

describe("what grows with the years", () => {
  const grows = ["people", "answers", "checkIns", "calm"] as const;
  const read = readDocument(JSON.stringify(rich));

  for (const name of grows)
    it(`is read when it is first asked for, and once: ${name}`, () => {
      assert.ok("get" in (Object.getOwnPropertyDescriptor(read, name) ?? {}));
      assert.equal(read[name], read[name]);
    });

  it("is part of every copy and of what is kept", () => {
    const copy = { ...readDocument(JSON.stringify(rich)) };
    assert.deepEqual(copy, rich);
    assert.equal(JSON.stringify(copy), JSON.stringify(read));
  });
});

describe("reading a document", () => {
  it("gives back exactly what was written", () => {
    assert.deepEqual(readDocument(JSON.stringify(rich)), rich);
  });

  for (const text of [null, "", "{", "null", "[]", "7", '"x"']) {
    it(`starts anew from ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readDocument(text, kit), makeDocument(kit));
    });
  }

  it("survives a wrong value in any one place and keeps the rest", () => {
    const keys = Object.keys(rich) as (keyof Document)[];
    for (const key of keys) {
      for (const odd of [null, 3, "x", [], {}, [null, [[]], { id: 4 }]]) {
        const read = readDocument(JSON.stringify({ ...rich, [key]: odd }));
        for (const other of keys) {
          if (other !== key)
            assert.deepEqual(read[other], rich[other], `${key} hurt ${other}`);
        }
        assert.deepEqual(
          readDocument(JSON.stringify(read)),
          read,
          `${key} reads back unlike`,
        );
      }
    }
  });

  it("leaves out people without an id and answers of no known kind", () => {
    const read = readDocument(
      JSON.stringify({
        ...rich,
        people: [{ name: "no id" }, rich.people[0]],
        answers: {
          feel: { odd: { kind: "film" }, text: { kind: "text", text: "stays" } },
        },
      }),
    );
    assert.deepEqual(read.people, rich.people);
    assert.deepEqual(read.answers, { feel: { text: { kind: "text", text: "stays" } } });
  });

  it("limits texts, lists and numbers", () => {
    const read = readDocument(
      JSON.stringify({
        ...rich,
        settings: { ...rich.settings, leaving: { idleSeconds: 1e9 } },
        priorities: Array.from({ length: 5_000 }, (_, index) => String(index)),
        people: [{ ...rich.people[0], notes: "x".repeat(MAX_TEXT + 5) }],
      }),
    );
    assert.equal(read.settings.leaving.idleSeconds, 3_600);
    assert.equal(read.priorities.length, 2_000);
    assert.equal(read.people[0]?.notes.length, MAX_TEXT);
  });

  it("opens a document from before the plan could be arranged", () => {
    const old = Object.fromEntries(
      Object.entries(rich).filter(([key]) => key !== "plan"),
    );
    const read = readDocument(JSON.stringify(old));
    assert.deepEqual(read, { ...rich, plan: USUAL_FRAME });
  });

  it("limits what was arranged, and leaves out what it does not know", () => {
    const many = Array.from({ length: 99 }, (_, at) => ({ id: `i${at}`, kind: "text" }));
    const odd = [{ id: "" }, { id: "x", kind: "film" }, { kind: "text" }];
    const frame = { name: "x".repeat(999), again: "soon", own: [...odd, ...many] };
    const plan = { own: [{}, ...many], sections: { a: frame }, card: many };
    const read = readDocument(JSON.stringify({ plan })).plan;
    assert.equal(read.own.length, MAX_OWN_SECTIONS);
    assert.equal(read.card.length, MAX_CARD_LINES);
    assert.equal(read.sections["a"]?.own.length, MAX_OWN_PROMPTS);
    assert.equal(read.sections["a"].own[0]?.id, "i0");
    assert.equal(read.sections["a"].name.length, MAX_NAME);
    assert.equal(read.sections["a"].again, "");
  });

  it("is not fooled by a key named like a built-in", () => {
    const read = readDocument(
      '{"answers":{"__proto__":{"a":{"kind":"text","text":"x"}}}}',
    );
    assert.deepEqual(Object.keys(read.answers), ["__proto__"]);
    assert.equal(Object.getPrototypeOf(read.answers), Object.prototype);
  });

  it("does not start the first run again in a space that says nothing about it", () => {
    assert.equal(readDocument("{}").firstRun.step, "done");
  });
});

describe("ids", () => {
  it("are sixteen hex digits and differ", () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => makeId()));
    assert.equal(ids.size, 1_000);
    for (const id of ids) assert.match(id, /^[0-9a-f]{16}$/);
  });
});
