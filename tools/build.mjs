// Build the client into pwa/built: covers, box worker, service worker, packs, icons, manifest.
//
// The same sources give the same bytes: no time, path or random value enters the output.
import { sheetsAsText } from "./sheets.mjs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import { build } from "esbuild";
import { tightened } from "./tighten.mjs";
import { inLanguage } from "./translate.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const target = resolve(root, process.env.BUILT_DIR ?? "pwa/built");
// A build that fails half-way leaves the last good one in place.
const out = `${target}.new`;
// Content that is there already, such as that of `tools/pseudo.py`, is taken as it is.
const ready = process.env.CONTENT_DIR;
const content = ready ? resolve(root, ready) : join(root, "build", "content");
const covers = ["list", "calculator"];
const languages = ["en", "es"];
const packs = { a: "plan", b: "notes" };

const names = JSON.parse(readFileSync(join(root, "tools/names.json"), "utf8"));
// Names of the plan pack's own: neither content, nor kept, nor the browser's (tests/js/tools/own.test.ts).
const own = JSON.parse(readFileSync(join(root, "tools/own.json"), "utf8"));

/** Bundle WebAssembly as hex text: a third smaller than base64 once the answer is compressed. */
const wasmAsHex = {
  name: "wasm-as-hex",
  setup(build) {
    build.onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
      contents: `const hex = "${readFileSync(path).toString("hex")}";
        export default Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16));`,
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  plugins: [wasmAsHex, sheetsAsText("es2022")],
  charset: "utf8",
  legalComments: "none",
  target: ["es2022"],
  loader: { ".css": "text" },
  jsx: "automatic",
  jsxImportSource: "preact",
  // Natural source words become short public ones; the table keeps them the same for ever,
  // because a pack of an earlier release meets the cover of a later one.
  mangleProps: new RegExp(`^(${Object.keys(names).join("|")})$`),
  mangleCache: names,
};

const hash = (bytes, kind = "sha256") => createHash(kind).update(bytes);
const assets = {};
const wasm = [];

function write(path, bytes) {
  const full = join(out, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
}

/** Write `bytes` and, where it helps, their brotli and gzip forms. */
function writeCompressed(path, bytes) {
  write(path, bytes);
  if (path.endsWith(".png")) return;
  write(`${path}.br`, smallest(bytes));
  write(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** The shortest of what brotli makes when it takes `bytes` for one thing or another. */
function smallest(bytes) {
  const { BROTLI_MODE_GENERIC: text, BROTLI_MODE_FONT: font } = constants;
  // With each, how much it looks at in one go, as a power of two; 0 leaves that to itself.
  const ways = [
    [text, 0],
    [text, 17],
    [font, 0],
    [font, 16],
  ];
  const made = ways.map(([mode, block]) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
      },
    }),
  );
  return made.reduce((best, each) => (each.length < best.length ? each : best));
}

function addAsset(name, bytes) {
  const extension = name.slice(name.lastIndexOf("."));
  const path = `a/${hash(bytes).digest("hex").slice(0, 16)}${extension}`;
  writeCompressed(path, bytes);
  assets[name] = `/${path}`;
  return assets[name];
}

async function bundle(entry, options) {
  const { outputFiles } = await build({ ...common, entryPoints: [entry], ...options });
  const code = Buffer.from(outputFiles[0].contents);
  return entry.endsWith(".css") ? code : tightened(code, options.format);
}

function makeContent() {
  const python = process.env.PYTHON ?? join(root, ".venv/bin/python");
  const made = spawnSync(python, ["tools/content.py"], { cwd: root, stdio: "inherit" });
  if (made.status !== 0) throw new Error("the content could not be compiled (see above)");
}

async function buildCovers() {
  for (const cover of covers) {
    addAsset(
      `${cover}.js`,
      await bundle(`static/cover/main/${cover}.ts`, { format: "esm" }),
    );
    addAsset(
      `${cover}.css`,
      await bundle(`static/css/${cover}.css`, { loader: { ".css": "css" } }),
    );
    addIcons(cover);
  }
  for (const language of languages)
    addAsset(
      `list.${language}.txt`,
      readFileSync(join(content, `items.${language}.txt`)),
    );
  const keeper = await bundle("static/cover/box/worker.ts", { format: "iife" });
  wasm.push(addAsset("keeper.js", keeper));
  write("sw.js", await bundle("service_worker/worker.ts", { format: "iife" }));
}

function addIcons(cover) {
  const plain = readFileSync(join(root, `static/icons/${cover}.svg`));
  const maskable = readFileSync(join(root, `static/icons/${cover}-maskable.svg`));
  const png = (svg, width) =>
    Buffer.from(
      new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng(),
    );
  addAsset(`${cover}.svg`, plain);
  addAsset(`${cover}-192.png`, png(plain, 192));
  addAsset(`${cover}-512.png`, png(plain, 512));
  addAsset(`${cover}-maskable-192.png`, png(maskable, 192));
  addAsset(`${cover}-maskable.png`, png(maskable, 512));
  addAsset(`${cover}-apple.png`, png(maskable, 180));
}

async function buildPacks() {
  const made = {};
  for (const [kind, name] of Object.entries(packs)) {
    if (!existsSync(join(root, `static/inner/${name}.tsx`))) continue;
    for (const language of languages) {
      const says = inLanguage(join(content, `${name}.${language}.json`));
      const plugins = [...common.plugins, says];
      const mangleProps = new RegExp(`^(${[...Object.keys(names), ...own].join("|")})$`);
      const options = { format: "esm", plugins, mangleProps, mangleCache: { ...names } };
      const code = await bundle(`static/inner/${name}.tsx`, options);
      const file = `packs/${kind}.${language}.js`;
      writeCompressed(file, code);
      made[`${kind}.${language}`] = {
        file,
        hash: `sha256-${hash(code).digest("base64")}`,
      };
    }
  }
  return made;
}

function writeWords() {
  for (const language of languages) {
    write(
      `words/cover.${language}.json`,
      readFileSync(join(content, `cover.${language}.json`)),
    );
  }
}

/** Write the helplines where the server finds them; beside the packs, which are sealed as well. */
function writeLines() {
  const { helplines, countries } = JSON.parse(
    readFileSync(join(content, "plan.en.json"), "utf8"),
  );
  write("packs/lines.json", JSON.stringify({ helplines, countries }));
}

/** One short name for everything built: it changes when any byte does. */
function release() {
  const sum = hash("");
  const walk = (dir) => {
    for (const each of readdirSync(dir, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(dir, each.name);
      if (each.isDirectory()) walk(path);
      else if (!/\.(br|gz)$/.test(each.name))
        sum.update(each.name).update(readFileSync(path));
    }
  };
  walk(out);
  return sum.digest("hex").slice(0, 16);
}

rmSync(out, { recursive: true, force: true });
if (!ready) makeContent();
await buildCovers();
const madePacks = await buildPacks();
writeWords();
writeLines();
const earlier = JSON.parse(readFileSync(join(root, "tools/earlier.json"), "utf8"));
const manifest = { release: release(), assets, wasm, packs: madePacks, earlier };
write("manifest.json", `${JSON.stringify(manifest, null, 1)}\n`);
rmSync(target, { recursive: true, force: true });
renameSync(out, target);
