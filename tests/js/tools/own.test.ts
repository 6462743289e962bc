/** The names in tools/own.json may be shortened inside a pack: nothing outside of it goes by them. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import ts from "typescript";

const root = new URL("../../../", import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const own = JSON.parse(read("tools/own.json")) as readonly string[];

/** Every source below `folder`, parsed. */
function sources(folder: string): ts.SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) =>
      ts.createSourceFile(path, read(join(folder, path)), ts.ScriptTarget.Latest, true),
    );
}

/** The text of every node below `folder` that `pick` picks. */
function texts(folder: string, pick: (node: ts.Node) => string | null): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const text = pick(node);
    if (text !== null) found.add(text);
    ts.forEachChild(node, visit);
  };
  sources(folder).forEach(visit);
  return found;
}

const signature = (node: ts.Node): string | null =>
  ts.isPropertySignature(node) || ts.isMethodSignature(node) ? node.name.getText() : null;

describe("a pack's own names", () => {
  it("are none of the document's, the content's types or the host's", () => {
    for (const folder of ["static/inner/model", "static/cover/base"])
      assert.deepEqual(
        own.filter((name) => texts(folder, signature).has(name)),
        [],
        folder,
      );
  });

  it("are no keys of the content, and are never written as text", () => {
    const files = ["plan", "tools", "helplines", "labels", "notes"];
    const keys = files.flatMap((file) =>
      [...read(`content/${file}.toml`).matchAll(/^\s*(\w+)\s*=/gm)].map(([, key]) =>
        (key ?? "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      ),
    );
    const written = texts("static/inner", (node) =>
      ts.isStringLiteralLike(node) ? node.text : null,
    );
    assert.ok(keys.includes("name") && written.has("section"));
    assert.deepEqual(
      own.filter((name) => keys.includes(name) || written.has(name)),
      [],
    );
  });

  it("are none of the browser's", () => {
    const folder = "node_modules/typescript/lib";
    const known = readdirSync(join(root, folder))
      .filter((name) => /^lib\..*\.d\.ts$/.test(name))
      .map((name) => read(join(folder, name)))
      .join("\n");
    assert.match(known, /^ {4}readonly scrollHeight\b/m);
    assert.deepEqual(
      own.filter((name) =>
        new RegExp(`^ +(?:readonly )?${name}\\??[(:<]`, "m").test(known),
      ),
      [],
    );
  });
});
