/** Which stroke on the keyboard is which key of the calculator. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStroke } from "../../../../../static/cover/covers/calculator/keyboard.ts";

const bare = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };

describe("the keyboard", () => {
  const rows: Readonly<Record<string, string>> = {
    ...{ "0": "0", "9": "9", ".": ".", ",": ".", "+": "+", "-": "-", "*": "*", "/": "/" },
    ...{ x: "*", "×": "*", "÷": "/", ":": "/", "−": "-", "(": "(", ")": ")", "%": "%" },
    ...{ "=": "equals", Enter: "equals", Backspace: "back", Delete: "clear" },
    ...{ Escape: "reset", "٣": "3", "۹": "9" },
  };
  for (const [key, pressed] of Object.entries(rows)) {
    it(`${key} is ${pressed}`, () => assert.equal(readStroke({ ...bare, key }), pressed));
  }

  it("leaves every other key alone", () => {
    for (const key of [
      "a",
      "Tab",
      "F5",
      "ArrowLeft",
      "Shift",
      "Dead",
      " ",
      "constructor",
      "",
    ]) {
      assert.equal(readStroke({ ...bare, key }), null, key);
    }
  });

  it("leaves shortcuts alone", () => {
    for (const held of ["ctrlKey", "metaKey", "altKey"]) {
      assert.equal(readStroke({ ...bare, key: "0", [held]: true }), null, held);
    }
  });

  it("works out one sum however long Enter is held, but repeats other keys", () => {
    assert.equal(readStroke({ ...bare, key: "Enter", repeat: true }), null);
    assert.equal(readStroke({ ...bare, key: "Backspace", repeat: true }), "back");
  });
});
