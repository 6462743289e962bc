// Find the texts that TypeScript sources hand to t("…") or translate("…"), in the syntax tree.
import ts from "typescript";

const translators = new Set(["t", "translate"]);

/** The texts an expression can be, or `null` when they are not written out. */
export function texts(node) {
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

/** Call `tell` with the first argument of every call of a translator, and the source it is in. */
export function eachText(path, code, tell) {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (ts.isCallExpression(node) && translators.has(called(node.expression)))
      tell(node.arguments[0], node, source);
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** The code with each of its texts as `table` says it; a text that is not there stays. */
export function translated(path, code, table) {
  const edits = [];
  const put = (node) => {
    if (ts.isParenthesizedExpression(node)) put(node.expression);
    else if (ts.isConditionalExpression(node)) {
      put(node.whenTrue);
      put(node.whenFalse);
    } else {
      const [text] = texts(node) ?? [];
      if (text !== undefined && Object.hasOwn(table, text))
        edits.push([node.getStart(), node.getEnd(), JSON.stringify(table[text])]);
    }
  };
  eachText(path, code, (first) => first && put(first));
  // From the end, so that the places before it stay where they are.
  return edits
    .sort(([one], [other]) => other - one)
    .reduce((all, [from, to, text]) => all.slice(0, from) + text + all.slice(to), code);
}
