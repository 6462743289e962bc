// Print every text that the sources hand to t("…") or translate("…"), as JSON: file → texts.
//
// Reads the syntax tree, so comments, types and JSX cannot mislead it, and fails on a text that
// is not written out, because nobody could translate that.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { eachText, texts } from "./texts.mjs";

const faults = [];

function read(path) {
  const found = [];
  eachText(path, readFileSync(path, "utf8"), (first, call, source) => {
    const written = first && texts(first);
    if (written) found.push(...written);
    else {
      const { line } = source.getLineAndCharacterOfPosition(call.getStart());
      faults.push(`${path}:${line + 1}: the text to translate must be written out`);
    }
  });
  return found;
}

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

const result = {};
for (const path of process.argv.slice(2).flatMap(files)) {
  if (!/(?<!\.d)\.tsx?$/.test(path)) continue;
  const found = read(path);
  if (found.length > 0) result[relative(process.cwd(), path)] = found;
}
for (const fault of faults) console.error(fault);
process.stdout.write(JSON.stringify(result));
process.exitCode = faults.length > 0 ? 1 : 0;
