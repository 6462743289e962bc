/** The small pure parts of the model: people, addresses, sites, platforms, priorities. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { callAddress, textAddress } from "../../../../static/inner/model/address.ts";
import { ownFirst } from "../../../../static/inner/model/countries.ts";
import { makePerson, type Person } from "../../../../static/inner/model/document.ts";
import {
  fromPicked,
  placedInCircle,
  putIn,
} from "../../../../static/inner/model/people.ts";
import { platformOf } from "../../../../static/inner/model/platform.ts";
import { firstSections, toggle } from "../../../../static/inner/model/priorities.ts";
import { readSite } from "../../../../static/inner/model/site.ts";

const [a, b] = [makePerson("a"), makePerson("b")] as const;

describe("people", () => {
  it("are changed in place or added at the end", () => {
    assert.deepEqual(putIn([a, b], { ...a, name: "Rosa" }), [{ ...a, name: "Rosa" }, b]);
    assert.deepEqual(putIn([a], b), [a, b]);
  });
});

describe("order of people", () => {
  const near = (id: string): Person => ({ ...makePerson(id), circle: "near" });
  const all = [near("a"), b, near("c"), near("d")];
  const ids = (people: readonly Person[]): string => people.map(({ id }) => id).join("");

  it("changes within a circle and leaves everyone else where they are", () => {
    assert.equal(ids(placedInCircle(all, "a", 1)), "cbad");
    assert.equal(ids(placedInCircle(all, "a", 2)), "cbda");
    assert.equal(ids(placedInCircle(all, "d", 0)), "dbac");
  });

  it("comes back when the same one is put where they were, whatever was written meanwhile", () => {
    const moved = placedInCircle(all, "d", 0);
    const renamed = putIn(moved, { ...near("c"), name: "Rosa" });
    const back = placedInCircle(renamed, "d", 2);
    assert.equal(ids(back), "abcd");
    assert.equal(back.find(({ id }) => id === "c")?.name, "Rosa");
  });

  it("stays as it is for someone alone in a circle, and for no one", () => {
    assert.deepEqual(placedInCircle(all, "b", 0), all);
    assert.equal(placedInCircle(all, "x", 1), all);
  });
});

describe("a contact that was picked", () => {
  it("becomes someone of whom nothing else is said", () => {
    const picked = { name: "Rosa", number: "555", email: "r@a.example", others: "556" };
    assert.deepEqual(fromPicked("p", picked), {
      ...makePerson("p"),
      name: "Rosa",
      number: "555",
      email: "r@a.example",
      notes: "556",
    });
  });
});

describe("countries", () => {
  const all = ["US", "MX", "EU"].map((code) => ({ code, name: code }));
  const codes = (own: string): string[] => ownFirst(all, own).map(({ code }) => code);

  it("begin with the own one and keep their order otherwise", () => {
    assert.deepEqual(codes("MX"), ["MX", "US", "EU"]);
    assert.deepEqual(codes(""), ["US", "MX", "EU"]);
    assert.deepEqual(codes("XX"), ["US", "MX", "EU"]);
  });
});

describe("addresses", () => {
  it("keep what a dialler needs and nothing else", () => {
    assert.equal(callAddress("+1 (800) 799-7233"), "tel:+18007997233");
    assert.equal(callAddress("*67 555 0100"), "tel:*675550100");
    assert.equal(callAddress("#31#555"), "tel:%2331%23555");
    assert.equal(callAddress("1;x=javascript:"), "tel:1%3B");
  });

  it("carry a word to send", () => {
    assert.equal(
      textAddress({ number: "88788", word: "START" }),
      "sms:88788?&body=START",
    );
    assert.equal(textAddress({ number: "741741", word: "" }), "sms:741741");
  });
});

describe("sites", () => {
  const cases: [string, string | null][] = [
    ["", ""],
    ["  ", ""],
    ["example.org", "https://example.org/"],
    ["https://example.org/weather", "https://example.org/weather"],
    ["http://example.org", null],
    ["javascript://example.org/%0aalert(1)", null],
    ["just words", null],
    ["localhost", null],
  ];
  for (const [typed, site] of cases) {
    it(`reads ${JSON.stringify(typed)} as ${JSON.stringify(site)}`, () => {
      assert.equal(readSite(typed), site);
    });
  }
});

describe("platforms", () => {
  const linux =
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126 Mobile Safari";
  const cases: [string, number, string][] = [
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)", 5, "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari", 5, "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari", 0, "desktop"],
    [linux, 5, "android"],
    [linux.replace("Chrome", "SamsungBrowser/25 Chrome"), 5, "samsung"],
    [
      "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko Firefox/127.0",
      5,
      "android-firefox",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64) Firefox/127.0", 0, "desktop"],
  ];
  for (const [userAgent, maxTouchPoints, platform] of cases) {
    it(`tells ${platform} from "${userAgent.slice(0, 40)}…" with ${maxTouchPoints} points`, () => {
      assert.equal(platformOf({ userAgent, maxTouchPoints }), platform);
    });
  }
});

describe("priorities", () => {
  const section = (id: string) => ({
    id,
    name: id,
    about: "",
    chapters: [],
    isStepwise: false,
    prompts: [],
  });
  const content = {
    sections: ["s1", "s2", "s3", "s4"].map(section),
    priorities: [
      { id: "p1", name: "", sections: ["s3", "s1"] },
      { id: "p2", name: "", sections: ["s1", "gone", "s2", "s4"] },
    ],
  };

  it("are added at the end and taken out again", () => {
    assert.deepEqual(toggle(["a"], "b"), ["a", "b"]);
    assert.deepEqual(toggle(["a", "b"], "a"), ["b"]);
  });

  it("lift up to three sections, in the person's order, none twice, none put away", () => {
    const ids = (chosen: string[], notNow: string[] = []) =>
      firstSections(content, chosen, notNow).map(({ id }) => id);
    assert.deepEqual(ids(["p1", "p2"]), ["s3", "s1", "s2"]);
    assert.deepEqual(ids(["p2"], ["s1"]), ["s2", "s4"]);
    assert.deepEqual(ids(["unknown"]), []);
  });
});
