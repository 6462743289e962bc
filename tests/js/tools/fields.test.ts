import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";

const root = resolve(import.meta.dirname, "../../..");

/** Form controls that autofill reads, as the sources make them: by tag, or by `make`. */
const control =
  /<(?:input|textarea|select)\b|(?:make|createElement)\(\s*"(?:input|textarea|select)"/g;

/** Where one may stand, and why it holds no words: docs/decisions/text-boxes.md. */
const allowed: Readonly<Record<string, RegExp>> = {
  "static/cover/covers/list/row.ts": /type: "checkbox"/,
  "static/inner/prompts/date.tsx": /type="date"/,
  // Never in the page: made for one picking and forgotten.
  "static/cover/leave/pick.ts": /type: "file"/,
};

function countIn(text: string): number {
  return text.match(control)?.length ?? 0;
}

function sources(folder: string): string[] {
  return (
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      // The desk's pages are forms by their nature, for the computer of an office.
      .filter((name) => /\.(?:tsx?|html)$/.test(name) && !name.startsWith("desk/"))
      .map((name) => join(folder, name))
  );
}

describe("form controls", () => {
  it("are seen where they stand", () => {
    assert.equal(countIn('a <input type="text" /> b\n<textarea>'), 2);
    assert.equal(countIn('make("input", {})\nmake(\n  "textarea",'), 2);
    assert.equal(countIn('document.createElement("input")'), 1);
  });

  it("are only those that hold no words", () => {
    const files = [...sources("static"), ...sources("pwa/templates")];
    assert.ok(files.length > 100);
    for (const path of files) {
      const text = readFileSync(join(root, path), "utf8");
      const kind = allowed[path];
      assert.equal(countIn(text), kind ? 1 : 0, path);
      if (kind) assert.match(text, kind, path);
    }
  });
});
