import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writtenAs } from "../../../../static/cover/base/language.ts";

/** How twenty thousand and a half is written there. */
function written(language: string, ...ofPhone: readonly string[]): string {
  return new Intl.NumberFormat(writtenAs(language, ofPhone)).format(20_000.5);
}

describe("the way of writing numbers", () => {
  it("is that of the phone's country", () => {
    assert.equal(written("es", "es-MX", "es", "en"), "20,000.5");
    assert.equal(written("es", "en-US", "es-AR"), "20.000,5");
    assert.equal(written("en", "es-MX", "en-IN"), "20,000.5");
  });

  it("is that of Mexico and Central America where no country is named", () => {
    assert.equal(written("es", "es"), "20,000.5");
    assert.equal(written("es", "en-US"), "20,000.5");
  });

  it("is never that of another language", () => {
    assert.equal(writtenAs("en", ["es-AR", "enm-GB"]), "en");
  });
});
