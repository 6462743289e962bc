import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Circle,
  makePerson,
  type Person,
} from "../../../../static/inner/model/document.ts";
import { reachable } from "../../../../static/inner/model/reachable.ts";

const person = (id: string, circle: Circle, number = "1"): Person => ({
  ...makePerson(id),
  circle,
  number,
});

describe("own people on Call or text", () => {
  it("stand with the nearest first", () => {
    const all = [person("a", ""), person("b", "far"), person("c", "with")];
    assert.deepEqual(
      reachable(all).map(({ id }) => id),
      ["c", "b", "a"],
    );
  });

  it("are never those who are not for help, nor those without a number", () => {
    assert.deepEqual(reachable([person("a", "unsafe"), person("b", "with", " ")]), []);
  });
});
