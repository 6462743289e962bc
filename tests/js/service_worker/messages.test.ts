import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readMessage } from "../../../service_worker/messages.ts";

const nothing = { bounce: false, tidy: false, language: null, line: null };

describe("a message to the service worker", () => {
  const unknown = [
    null,
    undefined,
    3,
    "x",
    [],
    {},
    { bounce: 1 },
    { language: "../x" },
    { language: 4 },
    { line: 4 },
    { line: "x".repeat(201) },
  ];
  for (const data of unknown) {
    it(`asks for nothing when it is ${JSON.stringify(data)}`, () => {
      assert.deepEqual(readMessage(data), nothing);
    });
  }
  it("asks for what it names", () => {
    assert.deepEqual(readMessage({ bounce: true }), { ...nothing, bounce: true });
    assert.deepEqual(readMessage({ tidy: true }), { ...nothing, tidy: true });
    assert.deepEqual(readMessage({ language: "pt-BR" }), {
      ...nothing,
      language: "pt-BR",
    });
    assert.deepEqual(readMessage({ line: "Bread?" }), { ...nothing, line: "Bread?" });
    assert.deepEqual(readMessage({ line: "" }), { ...nothing, line: "" });
  });
});
