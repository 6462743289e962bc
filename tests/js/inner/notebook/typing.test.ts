import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  MAX_LINES,
  type Entry,
  type Line,
} from "../../../../static/inner/notebook/model/notebook.ts";
import {
  addEntry,
  backspace,
  type Edited,
  toEntries,
  toText,
  typeEntry,
} from "../../../../static/inner/notebook/model/typing.ts";
import { counter, lines, texts } from "./make.ts";

function lineAt(all: readonly Line[], at: number): Line {
  const line = all[at];
  assert.ok(line);
  return line;
}

function entryAt(all: readonly Line[], at: number): Entry {
  const line = lineAt(all, at);
  assert.ok(line.kind === "entry");
  return line;
}

/** The lines as text, with "|" where the caret stands. */
function shown(edited: Edited | null): readonly string[] {
  assert.ok(edited);
  const { caret } = edited;
  return texts(
    edited.lines.map((line) =>
      line.id === caret?.id
        ? {
            ...line,
            text: `${line.text.slice(0, caret.at)}|${line.text.slice(caret.at)}`,
          }
        : line,
    ),
  );
}

describe("typing in a check list", () => {
  const list = lines("[ ] milk", "[x] bread", "");

  for (const [name, at, typed, caret, wanted] of [
    ["letters change the entry alone", 0, "milky", 5, ["[ ] milky", "[x] bread", ""]],
    [
      "Enter at the end begins an entry",
      0,
      "milk\n",
      5,
      ["[ ] milk", "[ ] |", "[x] bread", ""],
    ],
    [
      "Enter inside splits the entry",
      0,
      "mi\nlk",
      3,
      ["[ ] mi", "[ ] |lk", "[x] bread", ""],
    ],
    [
      "Enter at the start leaves the tick with its words",
      1,
      "\nbread",
      1,
      ["[ ] milk", "[ ] ", "[x] |bread", ""],
    ],
    [
      "pasted lines become entries",
      0,
      "milk a\nb\nc",
      10,
      ["[ ] milk a", "[ ] b", "[ ] c|", "[x] bread", ""],
    ],
  ] as const) {
    it(name, () => {
      const made = typeEntry(list, entryAt(list, at), typed, caret, counter());
      assert.deepEqual(shown(made), wanted);
    });
  }

  it("Enter in an empty entry ends the list", () => {
    const all = lines("[ ] milk", "[ ] ", "");
    const made = typeEntry(all, entryAt(all, 1), "\n", 1, counter());
    assert.deepEqual(shown(made), ["[ ] milk", "|"]);
  });

  it("never makes more lines than a page may have, and loses no words", () => {
    const all = lines(...Array.from({ length: MAX_LINES - 2 }, () => "[ ] x"), "");
    const made = typeEntry(all, entryAt(all, 0), "a\nb\nc\nd", 0, counter());
    assert.equal(made.lines.length, MAX_LINES);
    assert.deepEqual(texts(made.lines).slice(0, 3), ["[ ] a", "[ ] b c d", "[ ] x"]);
  });

  it("a full page takes no more entries", () => {
    const all = lines(...Array.from({ length: MAX_LINES - 1 }, () => "[ ] x"), "");
    const made = typeEntry(all, entryAt(all, 0), "a\nb", 3, counter());
    assert.equal(made.lines.length, MAX_LINES);
    assert.equal(made.lines[0]?.text, "a b");
    assert.equal(addEntry(all, 0, counter()).lines, all);
  });
});

describe("turning text into a check list and back", () => {
  for (const [name, text, from, to, wanted] of [
    ["the paragraph of the caret", "a\nbc\nd", 3, 3, ["a", "[ ] b|c", "d", ""]],
    ["every paragraph of a selection", "a\nb\nc", 0, 3, ["[ ] a", "[ ] b|", "c", ""]],
    ["an empty text", "", 0, 0, ["[ ] |", "", ""]],
    ["an empty first paragraph", "\nb", 0, 0, ["[ ] |", "b", ""]],
    ["the last paragraph", "a\nb", 3, 3, ["a", "[ ] b|", "", ""]],
  ] as const) {
    it(`makes entries of ${name}`, () => {
      const all = lines(text, "[ ] next", "");
      const made = toEntries(all, lineAt(all, 0), from, to, counter());
      const wantedHere = wanted.filter(
        (line, at) => line !== "" || at < wanted.length - 2,
      );
      assert.deepEqual(shown(made), [...wantedHere, "[ ] next", ""]);
    });
  }

  it("leaves a text to write on in below a list that ends the page", () => {
    const all = lines("eggs");
    assert.deepEqual(shown(toEntries(all, lineAt(all, 0), 4, 4, counter())), [
      "[ ] eggs|",
      "",
    ]);
  });

  it("joins an entry with the texts around it", () => {
    const all = lines("a", "[x] b", "c");
    assert.deepEqual(shown(toText(all, entryAt(all, 1), 1)), ["a\nb|\nc"]);
  });
});

describe("Backspace at the start of a line", () => {
  for (const [name, at, before, wanted] of [
    ["removes an empty entry", 1, ["[ ] a", "[ ] ", ""], ["[ ] a|", ""]],
    ["makes text of an entry", 1, ["[ ] a", "[ ] b", ""], ["[ ] a", "|b"]],
    ["makes text of the first entry", 0, ["[ ] a", "[ ] b", ""], ["|a", "[ ] b", ""]],
    ["joins a text to the entry above", 1, ["[ ] a", "b\nc"], ["[ ] a|b", "c"]],
    ["keeps a last text to write on", 1, ["[ ] a", "b"], ["[ ] a|b", ""]],
    [
      "drops an empty text between lists",
      1,
      ["[ ] a", "", "[ ] b", ""],
      ["[ ] a|", "[ ] b", ""],
    ],
    ["joins two texts", 1, ["a", "b"], ["a\n|b"]],
  ] as const) {
    it(name, () => {
      const all = lines(...before);
      assert.deepEqual(shown(backspace(all, lineAt(all, at))), wanted);
    });
  }

  it("does nothing at the top of the page", () => {
    const all = lines("a");
    assert.equal(backspace(all, lineAt(all, 0)), null);
  });
});
