import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  MAX_LINES,
  MAX_NAME,
  MAX_PAGES,
  MAX_TEXT,
} from "../../../../static/inner/notebook/model/notebook.ts";
import { readNotebook } from "../../../../static/inner/notebook/model/read.ts";
import { makeStarter } from "../../../../static/inner/notebook/model/starter.ts";
import { page } from "./make.ts";

const read = (value: unknown) => readNotebook(JSON.stringify(value));
const text = { kind: "text", id: "t", text: "x" };

describe("reading a notebook", () => {
  it("gives back what was written", () => {
    const written = {
      version: 1 as const,
      pages: [
        { ...page("p", "[x] a", "[ ] b", "end"), isPinned: true, colour: "red" as const },
      ],
    };
    assert.deepEqual(read(written), written);
  });

  it("keeps an empty notebook empty", () => {
    assert.deepEqual(read({ version: 1, pages: [] }), { version: 1, pages: [] });
  });

  for (const data of [null, "", "{", "null", "1", '"a"', "[]", "{}", '{"pages":{}}']) {
    it(`finds no notebook in ${JSON.stringify(data)}`, () =>
      assert.equal(readNotebook(data), null));
  }

  it("leaves out what is no page and no line", () => {
    const odd = [null, 1, "a", [], {}, { id: "" }, { id: "a b" }, { id: 7 }];
    const pages = [...odd, { id: "p", lines: [...odd, { id: "k", kind: "odd" }, text] }];
    assert.deepEqual(read({ pages })?.pages, [
      { id: "p", name: "", colour: "plain", isPinned: false, lines: [text] },
    ]);
  });

  it("gives odd values their usual ones", () => {
    const pages = [
      {
        id: "p",
        name: 1,
        colour: "pink",
        isPinned: "yes",
        lines: [{ ...text, text: {} }],
      },
    ];
    assert.deepEqual(read({ pages })?.pages[0], {
      ...{ id: "p", name: "", colour: "plain", isPinned: false },
      lines: [{ ...text, text: "" }],
    });
  });

  it("ends every page with a text", () => {
    const entry = { kind: "entry", id: "e", text: "a", isDone: true };
    for (const lines of [[entry], [], undefined]) {
      assert.equal(
        read({ pages: [{ id: "p", lines }] })?.pages[0]?.lines.at(-1)?.kind,
        "text",
      );
    }
  });

  it("keeps the first of two with the same id", () => {
    const pages = [
      { id: "p", name: "first" },
      { id: "p", name: "second" },
    ];
    assert.deepEqual(
      read({ pages })?.pages.map(({ name }) => name),
      ["first"],
    );
  });

  it("has a ceiling for every size", () => {
    const long = "x".repeat(MAX_TEXT + 1);
    const lines = Array.from({ length: MAX_LINES + 9 }, (_, at) => ({
      ...text,
      id: `l${at}`,
    }));
    const pages = Array.from({ length: MAX_PAGES + 9 }, (_, at) => ({ id: `p${at}` }));
    const first = { id: "p", name: long, lines: [{ ...text, text: long }, ...lines] };
    const made = read({ pages: [first, ...pages] });
    assert.equal(made?.pages.length, MAX_PAGES);
    assert.equal(made.pages[0]?.name.length, MAX_NAME);
    assert.equal(made.pages[0].lines.length, MAX_LINES);
    assert.equal(made.pages[0].lines[0]?.text.length, MAX_TEXT);
  });
});

describe("the starter pages", () => {
  const starter = makeStarter([
    { id: "gifts", name: "Gift ideas", kind: "list", lines: ["Mug", "Socks"] },
    { id: "budget", name: "Budget", kind: "text", lines: ["Rent", "Food"] },
  ]);

  it("become lists and texts", () => {
    const shown = starter.pages.map(({ lines }) =>
      lines.map(({ kind, text: says }) => [kind, says]),
    );
    assert.deepEqual(shown, [
      [
        ["entry", "Mug"],
        ["entry", "Socks"],
        ["text", ""],
      ],
      [["text", "Rent\nFood"]],
    ]);
  });

  it("are read back as they were", () => assert.deepEqual(read(starter), starter));
});
