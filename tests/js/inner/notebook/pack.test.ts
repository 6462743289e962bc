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

/** The elements called `name` in a source, each as it is written. */
function tags(name: string, source: string): string[] {
  return source.match(new RegExp(`<${name}\\s[^]*?/>`, "g")) ?? [];
}

describe("the notes pack", async () => {
  const { outputFiles, metafile } = await bundle();
  const code = outputFiles[0]?.text ?? "";

  it("is made of the notebook, the shared room, the translator, the text box and the covers' base alone", () => {
    const allowed =
      /^(static\/inner\/(notes\.tsx|words\.ts|ui\/textbox\.tsx|notebook\/|shared\/)|static\/cover\/base\/|node_modules\/preact\/|content:)/;
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

  it("has no field that a browser reads, fills in or keeps", () => {
    const sources = Object.keys(metafile.inputs)
      .filter((path) => path.startsWith("static/inner/") && path.endsWith(".tsx"))
      .map((path) => readFileSync(`${root}/${path}`, "utf8"))
      .join("\n");
    const controls = /<(?:input|textarea|select)\b/g;
    assert.equal("<input /><select><inputs>".match(controls)?.length, 2);
    assert.deepEqual(sources.match(controls) ?? [], []);
  });

  it("has a label on every text box", () => {
    const boxes = ["ui/area.tsx", "screens/search.tsx"].flatMap((path) =>
      tags("TextBox", readFileSync(`${root}/static/inner/notebook/${path}`, "utf8")),
    );
    assert.equal(boxes.length, 2);
    for (const box of boxes) assert.match(box, /\saria-label=\{/);
    const areas = ["screens/page.tsx", "screens/entries.tsx"].flatMap((path) =>
      tags("Area", readFileSync(`${root}/static/inner/notebook/${path}`, "utf8")),
    );
    assert.equal(areas.length, 3);
    for (const area of areas) assert.match(area, /\slabel=\{t\(/);
  });
});
