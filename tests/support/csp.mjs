// Run Google's CSP Evaluator over policies: a JSON list of texts in, a list of finding lists out.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");

const policies = JSON.parse(readFileSync(0, "utf8"));
const found = policies.map((policy) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .map(({ severity, directive, description }) => ({
      severity,
      directive,
      description,
    })),
);
process.stdout.write(JSON.stringify(found));
