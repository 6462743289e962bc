import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { named, ownFirst } from "../../../../static/inner/model/countries.ts";

describe("countries", () => {
  it("are called as their languages do, one's own first", () => {
    const all = named(["DE", "ES", "EU"], "es");
    assert.deepEqual(
      ownFirst(all, "ES").map(({ name }) => name),
      ["España", "Alemania", "Unión Europea"],
    );
  });

  it("have a name for every code that helplines stand under", () => {
    const text = readFileSync(
      new URL("../../../../content/helplines.toml", import.meta.url),
      "utf8",
    );
    const codes = [...text.matchAll(/^country = "(\w+)"/gm)].map(
      ([, code]) => code ?? "",
    );
    assert.ok(codes.length > 10);
    for (const language of ["en", "es"])
      for (const { code, name } of named(codes, language)) assert.notEqual(name, code);
  });
});
