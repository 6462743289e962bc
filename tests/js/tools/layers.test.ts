import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faults } from "../../../tools/layers.ts";

describe("the layer check", () => {
  const cases: [string, string, number][] = [
    ["static/cover/base/words.ts", 'import { a } from "../box/client.ts";', 1],
    ["static/cover/covers/list/view.ts", 'import { a } from "../../box/client.ts";', 1],
    [
      "static/cover/covers/list/view.ts",
      'import { a } from "../calculator/format.ts";',
      1,
    ],
    ["static/cover/leave/leave.ts", 'export { a } from "../box/box.ts";', 1],
    ["static/inner/plan.tsx", 'import type { A } from "../cover/opener/run.ts";', 1],
    ["service_worker/cache.ts", 'import { a } from "../static/cover/base/words.ts";', 1],
    ["static/lost.ts", "", 1],
    ["static/cover/opener/run.ts", 'import { a } from "../leave/leave.ts";', 0],
    ["static/cover/main/start.ts", 'import { a } from "../box/client.ts";', 0],
    ["static/inner/plan.tsx", 'import type { A } from "../cover/base/host.ts";', 0],
  ];
  for (const [path, text, count] of cases) {
    it(`finds ${count} faults in ${path} with ${text || "no room"}`, () => {
      assert.equal(faults(path, text).length, count);
    });
  }
});
