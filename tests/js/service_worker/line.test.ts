import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { Around, type LineFile } from "./around.ts";

let around = new Around();
const file = "../../../service_worker/line.ts";
const line = (await import(file)) as LineFile;
const { keepLine, renewEndpoint, sayTouched, showCover, showLine } = line;
const { removeOthers, tidy } = await import("../../../service_worker/cache.ts");

const page = "/list/";
const keepPage = (html: string): void =>
  void around.stored.set("/list/ 1a", new Map([[page, html]]));

describe("a push", () => {
  beforeEach(() => {
    around = new Around();
  });

  it("shows the kept line, under one tag, with nothing else to read", async () => {
    await keepLine("Anything to add?");
    await showLine();
    await showLine();
    const once = {
      title: "Anything to add?",
      options: { tag: "/list/", icon: "/a/2.png" },
    };
    assert.deepEqual(around.shown, [once, once]);
    assert.deepEqual(around.asked, []);
  });

  it("shows the cover's title when no line is kept: something must show", async () => {
    keepPage("<head><title>Lista</title></head>");
    await showLine();
    assert.equal(around.shown[0]?.title, "Lista");
  });

  it("shows the cover's path when not even the page is kept", async () => {
    await showLine();
    assert.equal(around.shown[0]?.title, "list");
  });
});

describe("the line", () => {
  beforeEach(() => {
    around = new Around();
  });

  it("is all that is kept, in one cache that looks like the cover's own", async () => {
    await keepLine("Milk?");
    assert.deepEqual(
      [...around.stored],
      [["/list/ 0", new Map([["/list/line", "Milk?"]])]],
    );
  });

  it("outlives a new version and the tidying on the way out", async () => {
    await keepLine("Milk?");
    around.stored.set("/list/ 99", new Map());
    around.stored.set("another site's", new Map());
    await removeOthers();
    await tidy();
    assert.deepEqual([...around.stored.keys()], ["/list/ 0"]);
  });

  it("that is empty ends it: endpoint, line and what is shown are gone", async () => {
    around.endpoint = "https://push.example/1";
    await keepLine("Milk?");
    await keepLine("");
    assert.equal(around.endpoint, "");
    assert.equal(around.stored.size, 0);
    assert.deepEqual(around.asked, ["closed"]);
  });
});

describe("a touch on it", () => {
  beforeEach(() => {
    around = new Around();
  });

  it("brings the cover to the front where it is open", async () => {
    around.windows = ["https://a.example/calculator/", "https://a.example/list/"];
    await showCover();
    assert.deepEqual(around.asked, ["front https://a.example/list/"]);
  });

  it("opens the cover at its one address where it is not", async () => {
    around.windows = ["https://a.example/calculator/"];
    await showCover();
    assert.deepEqual(around.asked, ["open /list/"]);
  });
});

describe("a touch on it, told to the server", () => {
  beforeEach(() => {
    around = new Around();
  });

  it("is the endpoint and nothing else, whoever turned it on", async () => {
    around.endpoint = "https://push.example/1";
    await sayTouched();
    assert.deepEqual(around.asked, [
      'PUT /r {"was":"https://push.example/1","endpoint":"https://push.example/1"}',
    ]);
    assert.equal(around.endpoint, "https://push.example/1");
  });

  it("is nothing where it was turned off meanwhile", async () => {
    await sayTouched();
    assert.deepEqual(around.asked, []);
  });
});

describe("an endpoint that the browser gave up", () => {
  beforeEach(() => {
    around = new Around();
  });

  it("is replaced, and the server told what it replaces, by nothing but the two", async () => {
    await renewEndpoint({ endpoint: "https://push.example/old" } as PushSubscription);
    assert.deepEqual(around.asked, [
      "GET /r",
      'PUT /r {"was":"https://push.example/old","endpoint":"https://push.example/new"}',
    ]);
  });

  it("of which nothing is known is not replaced, and nothing is asked", async () => {
    await renewEndpoint(null);
    assert.deepEqual(around.asked, []);
    assert.equal(around.endpoint, "");
  });
});
