// Bundle the style sheets of the packs as texts, without what only people read.
import { readFileSync } from "node:fs";
import { transform } from "esbuild";

/** A plugin for esbuild; `target` as in its options. */
export function sheetsAsText(target) {
  return {
    name: "sheets-as-text",
    setup(build) {
      build.onLoad({ filter: /static\/inner\/.*\.css$/ }, async ({ path }) => {
        const options = { loader: "css", minify: true, target };
        const { code } = await transform(readFileSync(path, "utf8"), options);
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}
