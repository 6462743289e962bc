// Write a pack's sources in its language: each text that is handed to t("…") becomes its translation.
//
// So a pack carries each text once, and no table from English. What may be handed to `t` is what
// `strings.mjs` can read; that check runs before any build.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { asModule } from "./shapes.mjs";

/** The text of literals and of literals joined by `+`; `null` for anything else. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (!ts.isBinaryExpression(node)) return null;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === null || right === null ? null : left + right;
}

/** Replace the texts in `source`, a file at `path`, by those in `strings`. */
export function translated(source, path, strings) {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const edits = [];
  const say = (node) => {
    const text = textOf(node);
    if (text !== null) edits.push([node.getStart(), node.end, strings[text] ?? text]);
    else if (ts.isConditionalExpression(node))
      [node.whenTrue, node.whenFalse].forEach(say);
    else if (ts.isParenthesizedExpression(node)) say(node.expression);
  };
  const visit = (node) => {
    const isCall = ts.isCallExpression(node) && ts.isIdentifier(node.expression);
    const [first, ...more] = isCall && node.expression.text === "t" ? node.arguments : [];
    const text = first && more.length === 0 ? textOf(first) : null;
    // With nothing to put into it, the text is all that the call would give.
    if (text !== null) edits.push([node.getStart(), node.end, strings[text] ?? text]);
    else if (first) say(first);
    ts.forEachChild(node, visit);
  };
  visit(file);
  let made = source;
  for (const [start, end, text] of edits.sort((a, b) => b[0] - a[0]))
    made = made.slice(0, start) + JSON.stringify(text) + made.slice(end);
  return made;
}

/** What a pack holds of the content: its texts stand in the sources, and of a source its host is shown. */
function packed(content) {
  const helplines = content.helplines?.map((line) => ({
    ...line,
    source: new URL(line.source).host,
  }));
  // Every browser knows what countries are called: as the content does.
  const countries = content.countries?.map(({ code }) => code);
  return {
    ...{ ...content, strings: {} },
    ...(helplines && { helplines, countries }),
  };
}

/** An esbuild plugin that does it for everything under static/inner, from the pack's content. */
export function inLanguage(contentPath) {
  const content = JSON.parse(readFileSync(contentPath, "utf8"));
  return {
    name: "in-language",
    setup(build) {
      build.onLoad({ filter: /[/\\]static[/\\]inner[/\\].*\.tsx?$/ }, ({ path }) => ({
        contents: translated(readFileSync(path, "utf8"), path, content.strings),
        loader: path.endsWith("x") ? "tsx" : "ts",
      }));
      build.onResolve({ filter: /^content$/ }, () => ({
        path: contentPath,
        namespace: "content",
      }));
      build.onLoad({ filter: /.*/, namespace: "content" }, () => ({
        contents: asModule(packed(content)),
        loader: "js",
      }));
    },
  };
}
