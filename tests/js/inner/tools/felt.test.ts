import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Tool } from "../../../../static/inner/model/content.ts";
import { type Felt, makeDocument } from "../../../../static/inner/model/document.ts";
import { byHelp, felt, helped } from "../../../../static/inner/tools/felt.ts";

const tools = ["a", "b", "c"].map((id): Tool => ({
  id,
  kind: "steps",
  name: id,
  about: "",
  care: "",
  steps: [],
  patterns: [],
  starters: [],
}));
const order = (said: Record<string, Felt>): string =>
  byHelp(tools, said)
    .map(({ id }) => id)
    .join("");

describe("the order of the tools", () => {
  it("stays as it is while nothing was said", () => {
    assert.equal(order({}), "abc");
  });

  it("puts what helped at the front and what made it worse at the end", () => {
    const said = {
      a: { better: 0, same: 0, worse: 1 },
      c: { better: 1, same: 0, worse: 0 },
    };
    assert.equal(order(said), "cba");
  });

  it("trusts many answers more than one", () => {
    const said = {
      a: { better: 1, same: 0, worse: 0 },
      b: { better: 5, same: 0, worse: 0 },
    };
    assert.equal(order(said), "bac");
  });

  it("treats the same as nothing said", () => {
    assert.equal(helped({ better: 0, same: 9, worse: 0 }), helped());
    assert.equal(order({ a: { better: 0, same: 9, worse: 0 } }), "abc");
  });

  it("leaves the list it was given alone", () => {
    const frozen = Object.freeze([...tools]);
    byHelp(frozen, { c: { better: 1, same: 0, worse: 0 } });
    assert.deepEqual(frozen, tools);
  });
});

describe("what was felt", () => {
  it("is counted for each tool by itself", () => {
    const start = makeDocument(null);
    const after = felt(felt(felt(start, "a", "better"), "a", "better"), "b", "worse");
    assert.deepEqual(after.tools, {
      a: { better: 2, same: 0, worse: 0 },
      b: { better: 0, same: 0, worse: 1 },
    });
    assert.deepEqual(start.tools, {});
  });
});
