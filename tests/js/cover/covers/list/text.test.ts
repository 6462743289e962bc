import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addItems, currentList } from "../../../../../static/cover/covers/list/model.ts";
import {
  shareText,
  splitLines,
  tidy,
} from "../../../../../static/cover/covers/list/text.ts";
import { listOf } from "./states.ts";

describe("tidy", () => {
  it("makes one trimmed line and leaves what is inside as typed", () => {
    assert.equal(tidy("  two  spaces \n and a\tline "), "two  spaces   and a line");
    assert.equal(tidy("\u0000\n "), "");
  });

  it("never leaves half a character at the cut", () => {
    assert.equal(tidy("ab🙂", 3), "ab");
    assert.equal(tidy("ab🙂", 4), "ab🙂");
  });
});

describe("pasted lines", () => {
  it("become items without bullets and empty lines", () => {
    const pasted =
      "- Milk\r\n\n* Eggs\n• Bread\n[x] Tea\n[ ] Salt\n☐ Oil\n✓ Rice\n-5 screws";
    const expected = ["Milk", "Eggs", "Bread", "Tea", "Salt", "Oil", "Rice", "-5 screws"];
    assert.deepEqual(splitLines(pasted), expected);
  });
});

describe("a shared list", () => {
  it("has its name, then what is left, then what is done", () => {
    const list = currentList(listOf("a", "xb", "c"));
    assert.equal(shareText(list, "Shop"), "Shop\n• a\n• c\n✓ b");
  });

  it("leaves out what is not settled", () => {
    const list = currentList(addItems(listOf("a"), ["waiting"]));
    assert.equal(shareText(list, "Shop"), "Shop\n• a");
  });

  it("can be pasted back", () => {
    const text = shareText(currentList(listOf("a", "xb")), "Shop");
    assert.deepEqual(splitLines(text), ["Shop", "a", "b"]);
  });
});
