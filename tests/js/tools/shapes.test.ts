import assert from "node:assert/strict";
import { describe, it } from "node:test";
// @ts-expect-error a build script, without types
import { asModule as untyped } from "../../../tools/shapes.mjs";

const asModule = untyped as (data: object) => string;
const loaded = async (data: object): Promise<object> => {
  const url = `data:text/javascript,${encodeURIComponent(asModule(data))}`;
  return { ...((await import(url)) as object) };
};

const data = {
  language: "es",
  list: [
    { id: "a", text: 'one "two"', starters: [], link: "", record: null },
    { id: "b", text: "", starters: ["x", "y"], link: "calm", record: { n: 1, is: true } },
    { id: "c", text: "three", starters: [], link: "", record: null },
    { id: "d", text: "three", starters: [], link: "", record: { n: 2, is: false } },
  ],
  few: { one: { two: [1, [2, "three"], {}] } },
};

describe("data as a module", () => {
  it("says what the data says", async () => {
    assert.deepEqual(await loaded(data), data);
  });

  it("keeps the order of keys, and shares no list between two objects", async () => {
    const made = (await loaded(data)) as typeof data;
    assert.equal(JSON.stringify(made.list), JSON.stringify(data.list));
    assert.notEqual(made.list[0]?.starters, made.list[2]?.starters);
  });

  it("is the same each time, and shorter where most objects say the same", () => {
    assert.equal(asModule(data), asModule(structuredClone(data)));
    const list = Array.from({ length: 9 }, (_, id) => ({ id, kind: "list", link: "" }));
    assert.ok(asModule({ list }).length < JSON.stringify(list).length);
  });
});
