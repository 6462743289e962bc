import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const MAX_BYTES = 25_000;

/** Build the pack as tools/build.mjs does, with no content. */
async function bundle() {
  return build({
    ...{ absWorkingDir: root, entryPoints: ["static/inner/notes.tsx"], format: "esm" },
    ...{ bundle: true, minify: true, write: false, metafile: true, charset: "utf8" },
    ...{ jsx: "automatic", jsxImportSource: "preact", loader: { ".css": "text" } },
    legalComments: "none",
    target: ["es2022"],
    plugins: [
      {
        name: "content",
        setup(steps) {
          steps.onResolve({ filter: /^content$/ }, () => ({
            path: "content",
            namespace: "content",
          }));
          steps.onLoad({ filter: /./, namespace: "content" }, () => ({
            loader: "json",
            contents: JSON.stringify({ language: "en", strings: {}, pages: [] }),
          }));
        },
      },
    ],
  });
}

describe("the notes pack", async () => {
  const { outputFiles, metafile } = await bundle();
  const code = outputFiles[0]?.text ?? "";

  it("is made of the notebook, the translator and the covers' base alone", () => {
    const allowed =
      /^(static\/inner\/(notes\.tsx|words\.ts|notebook\/)|static\/cover\/base\/|node_modules\/preact\/|content:)/;
    const inputs = Object.keys(metafile.inputs);
    assert.ok(inputs.includes("static/inner/notebook/app.tsx"));
    assert.deepEqual(
      inputs.filter((path) => !allowed.test(path)),
      [],
    );
  });

  it("is small", () => {
    assert.ok(code.length > 10_000);
    assert.ok(brotliCompressSync(code).length < MAX_BYTES);
  });

  it("has no word of the other pack", () => {
    const telling =
      /secret|safe|danger|escape|erase|panic|hotline|helpline|abuse|calm|quick exit|decoy/gi;
    const found = (text: string): string[] => text.match(telling) ?? [];
    assert.deepEqual(found("A Safe word"), ["Safe"]);
    // Names that CSS and Preact gave: room beside a phone's notch, and a property.
    const own = code.replaceAll(/safe-area-inset|dangerouslySetInnerHTML/g, "");
    assert.deepEqual(found(own), []);
  });

  it("has fields that no browser fills in, corrects or submits", () => {
    const sources = ["ui/area.tsx", "screens/search.tsx"].map((path) =>
      readFileSync(`${root}/static/inner/notebook/${path}`, "utf8"),
    );
    for (const source of sources) {
      for (const part of [
        /autocomplete="off"/,
        /autocorrect="off"/,
        /spellcheck=\{false\}/,
      ]) {
        assert.match(source, part);
      }
    }
    const fields = Object.keys(metafile.inputs)
      .filter(
        (path) => path.startsWith("static/inner/notebook/") && path.endsWith(".tsx"),
      )
      .map((path) => readFileSync(`${root}/${path}`, "utf8"))
      .join("\n");
    assert.equal(fields.match(/<(?:input|textarea|select)\b/g)?.length, 2);
    assert.doesNotMatch(fields, /<form\b|<input[^>]*\sname=/);
  });
});
