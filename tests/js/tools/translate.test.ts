import assert from "node:assert/strict";
import { describe, it } from "node:test";
// @ts-expect-error a build script, without types
import { translated as untyped } from "../../../tools/translate.mjs";

type Translated = (source: string, path: string, strings: object) => string;
const translated = untyped as Translated;
const strings = { Stop: "Parar", "Go on": 'Sigue "así"', "a b": "c" };
const made = (source: string): string => translated(source, "a.tsx", strings);

describe("a pack's sources", () => {
  it("say each text in the pack's language", () => {
    assert.equal(made('const a = t("Stop");'), 'const a = "Parar";');
    assert.equal(
      made('<p>{t("Go on", { n: 1 })}</p>'),
      '<p>{t("Sigue \\"así\\"", { n: 1 })}</p>',
    );
  });

  it("say both ends of a choice, and joined texts as one", () => {
    assert.equal(made('t(is ? "Stop" : "Go on")'), 't(is ? "Parar" : "Sigue \\"así\\"")');
    assert.equal(made('t("a " + "b")'), '"c"');
  });

  it("keep what has no translation, and what is no text to translate", () => {
    assert.equal(made('t("New")'), '"New"');
    assert.equal(made('t("New", { n: 1 })'), 't("New", { n: 1 })');
    assert.equal(made('go("Stop"); const x = "Stop";'), 'go("Stop"); const x = "Stop";');
  });
});
