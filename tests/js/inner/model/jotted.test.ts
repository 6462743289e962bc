/** What was written beside the plan is found as well, and leads to its own screen. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeCalm } from "../../../../static/inner/model/calm.ts";
import { makeCheckIn } from "../../../../static/inner/model/checkin.ts";
import type { Tool, ToolStep } from "../../../../static/inner/model/content.ts";
import { found, ready } from "../../../../static/inner/model/find.ts";
import { jotted } from "../../../../static/inner/model/jotted.ts";

const step: ToolStep = {
  ...{ id: "s", name: "", text: "", care: "", count: 0, keeps: "", phases: [] },
};
const tool = (kind: Tool["kind"], keeps = ""): Tool => ({
  ...{ id: kind, kind, name: `the ${kind}`, about: "", care: "", starters: [] },
  ...{ steps: [{ ...step, keeps }], patterns: [] },
});
const tools = [
  tool("comfort"),
  tool("talk"),
  tool("wave"),
  tool("steps"),
  { ...tool("steps", "cue"), id: "place" },
];
const item = (id: string, text: string): { id: string; text: string } => ({ id, text });
const kept = {
  checkIns: [
    { ...makeCheckIn("c1", "2026-11-24"), line: "Slept at last" },
    { ...makeCheckIn("c2", "2026-11-23"), line: "  " },
  ],
  calm: {
    ...makeCalm(),
    lines: [item("l", "Gran said: breathe")],
    songs: [item("o", "Moon river")],
    pictures: [item("p", "The dog")],
    sentences: [item("t", "I am safe tonight")],
    words: { cue: "lavender", passing: "It has passed before", gone: "asked no more" },
  },
};

describe("search beside the plan", () => {
  const all = jotted(kept, tools, "Looking back");
  for (const [query, text, to] of [
    ["slept", "Slept at last", { name: "checkins", at: "c1" }],
    ["gran", "Gran said: breathe", { name: "tool", id: "comfort" }],
    ["moon", "Moon river", { name: "tool", id: "comfort" }],
    ["dog", "The dog", { name: "tool", id: "comfort" }],
    ["tonight", "I am safe tonight", { name: "tool", id: "talk" }],
    ["lavender", "lavender", { name: "tool", id: "place" }],
    ["passed", "It has passed before", { name: "tool", id: "wave" }],
  ] as const)
    it(`finds "${query}" and leads to where it stands`, () => {
      const hits = found(ready(all), query);
      assert.deepEqual(
        hits.map((hit) => [hit.text, hit.to]),
        [[text, to]],
      );
    });

  it("lists nothing that is empty or that no tool asks for any more", () => {
    assert.equal(all.length, 7);
    assert.equal(new Set(all.map(({ ref }) => ref)).size, 7);
  });
});
