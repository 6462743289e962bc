// Print every text that the sources hand to t("…") or translate("…"), as JSON: file → texts.
//
// Reads the syntax tree, so comments, types and JSX cannot mislead it, and fails on a text that
// is not written out, because nobody could translate that.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const translators = new Set(["t", "translate"]);
const faults = [];

/** The texts an expression can be, or `null` when they are not written out. */
function texts(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return texts(node.expression);
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [texts(node.whenTrue), texts(node.whenFalse)];
    return yes && no && [...yes, ...no];
  }
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken
  ) {
    const [left, right] = [texts(node.left), texts(node.right)];
    return left?.length === 1 && right?.length === 1 ? [left[0] + right[0]] : null;
  }
  return null;
}

function called(node) {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : "";
}

function read(path) {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && translators.has(called(node.expression))) {
      const [first] = node.arguments;
      const written = first && texts(first);
      if (written) found.push(...written);
      else {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        faults.push(`${path}:${line + 1}: the text to translate must be written out`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
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
