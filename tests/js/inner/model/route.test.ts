/** The trail of screens, in memory only. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Routes } from "../../../../static/inner/model/route.ts";

describe("the trail", () => {
  it("goes back the way it came and ends at home", () => {
    const routes = new Routes({ name: "home" });
    routes.go({ name: "people" });
    routes.go({ name: "person", id: "1" });
    assert.deepEqual(routes.here, { name: "person", id: "1" });
    routes.back();
    assert.deepEqual(routes.here, { name: "people" });
    routes.back();
    routes.back();
    routes.back();
    assert.deepEqual(routes.here, { name: "home" });
  });

  it("starts anew at home", () => {
    const routes = new Routes({ name: "first" });
    routes.go({ name: "settings" });
    routes.go({ name: "home" });
    assert.deepEqual(routes.trail.value, [{ name: "home" }]);
  });

  it("replaces a screen so that back skips it", () => {
    const routes = new Routes({ name: "home" });
    routes.go({ name: "plan" });
    routes.replace({ name: "calm" });
    routes.back();
    assert.deepEqual(routes.here, { name: "home" });
  });

  it("tells its watchers until they stop watching", () => {
    const routes = new Routes({ name: "home" });
    let moves = 0;
    const stop = routes.trail.watch(() => (moves += 1));
    routes.go({ name: "plan" });
    stop();
    routes.back();
    assert.equal(moves, 1);
  });
});
