import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Rule } from "../../../../static/cover/base/host.ts";
import { reminders } from "../../../../static/cover/base/reminders.ts";
import { Phone } from "./phone.ts";

const rule: Rule = {
  days: [2],
  from: "10:00",
  to: "11:00",
  zone: "Europe/Madrid",
  every: { count: 1, unit: "week" },
};
const text = JSON.stringify(rule);
const one = { id: "id-1", endpoint: "https://push.example/1", days: 30 };

describe("turning a reminder on", () => {
  it("asks the person first, then subscribes, tells the server and hands over the line", async (t) => {
    const phone = new Phone(t);
    assert.deepEqual(await reminders.start(rule, "Bread?", null), one);
    assert.deepEqual(phone.asked, [
      "permission",
      "GET /r",
      `POST /r {"endpoint":"https://push.example/1","rule":${text}}`,
    ]);
    assert.deepEqual(phone.sent, [{ line: "Bread?" }]);
  });

  it("ends a reminder that is not its own, so that two never show one line", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = "https://push.example/cover";
    assert.deepEqual(await reminders.start(rule, "Bread?", null), one);
    assert.ok(phone.asked.includes("unsubscribe"));
  });

  it("again keeps endpoint and id, and only changes the rule", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    assert.deepEqual(await reminders.start(rule, "Milk?", one), one);
    assert.deepEqual(phone.asked.slice(2), [
      `PUT /r {"id":"id-1","rule":${text},"endpoint":"https://push.example/1"}`,
    ]);
    assert.deepEqual(phone.sent, [{ line: "Milk?" }]);
  });

  it("takes another endpoint when the server's key has changed", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    phone.key = "an earlier key";
    assert.deepEqual(await reminders.start(rule, "", one), one);
    assert.equal(phone.key, "key-1");
  });

  it("makes a new one where the server forgot the old one", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    phone.answers["PUT"] = () => new Response(null, { status: 404 });
    phone.answers["POST"] = () => Response.json({ id: "id-2" }, { status: 201 });
    assert.deepEqual(await reminders.start(rule, "", one), { ...one, id: "id-2" });
  });

  it("that the server did not hear of leaves nothing that looks as if it were on", async (t) => {
    const phone = new Phone(t);
    delete phone.answers["POST"];
    assert.equal(await reminders.start(rule, "Bread?", null), "unreached");
    assert.equal(phone.endpoint, "");
    assert.deepEqual(phone.sent, [{ line: "" }]);
  });

  it("keeps what is on when a change does not reach the server", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    delete phone.answers["PUT"];
    assert.equal(await reminders.start(rule, "Milk?", one), "unreached");
    assert.equal(phone.endpoint, one.endpoint);
    assert.deepEqual(phone.sent, []);
  });

  for (const [permission, hindrance] of [
    ["denied", "blocked"],
    ["default", "unasked"],
  ] as const) {
    it(`asks the network for nothing when the browser's answer is ${permission}`, async (t) => {
      const phone = new Phone(t);
      phone.permission = permission;
      assert.equal(await reminders.start(rule, "", null), hindrance);
      assert.deepEqual(phone.asked, ["permission"]);
    });
  }
});

describe("whether reminders can be had", () => {
  it("is seen on the phone without a request", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    assert.deepEqual(await reminders.stand(), {
      endpoint: one.endpoint,
      hindrance: null,
    });
    assert.deepEqual(phone.asked, []);
  });

  it("is asked of the server without asking the person", async (t) => {
    const phone = new Phone(t);
    assert.equal(await reminders.ask(), 30);
    assert.equal(await reminders.check(), null);
    assert.deepEqual(phone.asked, ["GET /r", "GET /r"]);
  });

  for (const days of [undefined, 0, -1, 3_651, 1.5, "30", null, [30], true]) {
    it(`rests after the usual days where the server says ${JSON.stringify(days)}`, async (t) => {
      const phone = new Phone(t);
      phone.answers["GET"] = () => Response.json({ key: "key-1", days });
      assert.equal(await reminders.ask(), 90);
    });
  }

  it("is no where the server has none, and unknown where it does not answer", async (t) => {
    const phone = new Phone(t);
    phone.answers["GET"] = () => new Response(null, { status: 404 });
    assert.equal(await reminders.check(), "none");
    delete phone.answers["GET"];
    assert.equal(await reminders.check(), "unreached");
  });

  it("is no where the browser was told to block, and nothing is asked", async (t) => {
    const phone = new Phone(t);
    phone.permission = "denied";
    assert.equal(await reminders.check(), "blocked");
    assert.deepEqual(phone.asked, []);
  });

  it("is no in a window without push", async (t) => {
    new Phone(t);
    Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
    assert.equal(await reminders.check(), "unable");
  });
});

describe("turning a reminder off", () => {
  it("ends it on the phone and at the server", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    assert.equal(await reminders.stop("id-1"), true);
    assert.deepEqual(phone.sent, [{ line: "" }]);
    assert.deepEqual(phone.asked, ['DELETE /r {"id":"id-1"}']);
  });

  it("works offline: the phone lets go of the endpoint", async (t) => {
    const phone = new Phone(t);
    phone.endpoint = one.endpoint;
    phone.answers = {};
    assert.equal(await reminders.stop("id-1"), true);
    assert.equal(phone.endpoint, "");
  });

  it("without an id asks the network for nothing", async (t) => {
    const phone = new Phone(t);
    assert.equal(await reminders.stop(""), true);
    assert.deepEqual(phone.asked, []);
  });
});
