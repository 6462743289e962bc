import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import type { BoxClient, Opened } from "../../../../static/cover/box/messages.ts";
import { makeOpener } from "../../../../static/cover/opener/opener.ts";

const opened: Opened = { pack: { path: "/p/0a", code: "1" }, data: "{}" };
const code = "384122070008";
const kit = { pack: "/p/0a", language: "en", country: "US", exitSite: "", services: [] };

interface Scene {
  readonly entered: (entry: string) => Promise<boolean>;
  readonly tried: string[];
  readonly ran: (Opened | null)[];
  readonly asked: string[];
}

/** An opener over a box that gives these verdicts in turn, and a server that knows the code. */
function scene(
  t: TestContext,
  verdicts: (Opened | null | "unknown")[],
  run: () => Promise<boolean> = () => Promise.resolve(true),
): Scene {
  const tried: string[] = [];
  const ran: (Opened | null)[] = [];
  const asked: string[] = [];
  const open = (entry: string): Promise<Opened | null | "unknown"> => {
    tried.push(entry);
    return Promise.resolve(verdicts.shift() ?? null);
  };
  t.mock.method(globalThis, "fetch", (path: string) => {
    asked.push(path);
    return Promise.resolve(path === "/k" ? Response.json(kit) : new Response("code"));
  });
  const entered = makeOpener({
    box: { open } as unknown as BoxClient,
    run: (each) => {
      ran.push(each);
      return run();
    },
    retry: () => Promise.resolve(),
  });
  return { entered, tried, ran, asked };
}

/** Twelve digits that are 1 modulo 9949. */
function startCode(): string {
  const base = Number(code.slice(0, 8)) * 10_000;
  return String(base + ((9950 - (base % 9949)) % 9949));
}

describe("the opener", () => {
  it("costs nothing for entries too short to be a secret", async (t) => {
    const { entered, tried } = scene(t, []);
    assert.equal(await entered("milk"), false);
    assert.deepEqual(tried, []);
  });

  it("tries every long entry and sends nothing anywhere", async (t) => {
    const { entered, tried, asked } = scene(t, [null]);
    assert.equal(await entered("Bread and  butter."), false);
    assert.deepEqual(tried, ["bread and butter"]);
    assert.deepEqual(asked, []);
  });

  it("keeps what opened a space off the list even when the app then fails", async (t) => {
    const { entered } = scene(t, [opened], () => Promise.reject(new Error("broken")));
    assert.equal(await entered("bread lamp rope"), true);
  });

  it("asks again until an entry has a verdict", async (t) => {
    const { entered, tried, ran } = scene(t, ["unknown", "unknown", opened]);
    assert.equal(await entered("bread lamp rope"), true);
    assert.equal(tried.length, 3);
    assert.deepEqual(ran, [opened]);
  });

  it("runs the pack of a start code and takes it off the list", async (t) => {
    const { entered, asked, ran } = scene(t, [null]);
    assert.equal(await entered(startCode()), true);
    assert.deepEqual(asked, ["/k", "/p/0a"]);
    assert.deepEqual(ran, [{ pack: { path: "/p/0a", code: "code" }, data: "" }]);
  });

  it("takes one use of a start code however often it is typed", async (t) => {
    const { entered, asked } = scene(t, [], () => Promise.resolve(false));
    assert.equal(await entered(startCode()), true);
    assert.equal(await entered(startCode()), true);
    assert.equal(asked.filter((path) => path === "/k").length, 1);
  });
});
