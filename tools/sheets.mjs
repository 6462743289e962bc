// Bundle the style sheets of the packs as texts, without what only people read.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";

const custom = /--[a-z][a-z\d-]*/g;

/** Short names for the custom properties of all sheets below `folder`, the same in every build. */
function shortNames(folder) {
  const names = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".css"))
    .flatMap((path) => readFileSync(join(folder, path), "utf8").match(custom) ?? []);
  return new Map([...new Set(names)].sort().map((name, at) => [name, `--${at}`]));
}

/** A plugin for esbuild; `target` as in its options. */
export function sheetsAsText(target) {
  return {
    name: "sheets-as-text",
    setup(build) {
      const { absWorkingDir = process.cwd() } = build.initialOptions;
      const short = shortNames(join(absWorkingDir, "static/inner"));
      build.onLoad({ filter: /static\/inner\/.*\.css$/ }, async ({ path }) => {
        const options = { loader: "css", minify: true, target };
        const { code } = await transform(readFileSync(path, "utf8"), options);
        const contents = code.trim().replace(custom, (name) => short.get(name) ?? name);
        return { contents, loader: "text" };
      });
    },
  };
}
