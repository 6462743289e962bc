import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Reminders } from "../../../../../static/cover/base/host.ts";
import { makeTranslate } from "../../../../../static/cover/base/words.ts";
import { offerReminder, weekly } from "../../../../../static/cover/covers/list/remind.ts";
import type { Offer, Toast } from "../../../../../static/cover/covers/list/toast.ts";

const on = { id: "1", endpoint: "https://push.example/1", days: 90 };

interface Scene {
  readonly said: string[];
  readonly touch: () => Promise<void>;
  readonly done: string[];
}

/** The bar of the list over reminders that stand like this; `touch` presses its button. */
async function scene(fake: Partial<Reminders>): Promise<Scene> {
  const said: string[] = [];
  const done: string[] = [];
  let last: Offer | undefined;
  const toast = {
    show: (text: string, offer?: Offer) => {
      said.push(text);
      last = offer;
    },
  } as Toast;
  const reminders: Reminders = {
    stand: () => Promise.resolve({ endpoint: "", hindrance: null }),
    ask: () => Promise.resolve(90),
    check: () => Promise.resolve(null),
    start: (rule, line) => {
      done.push(`start ${rule.every.count} ${line}`);
      return Promise.resolve(on);
    },
    stop: (id) => {
      done.push(`stop ${id}`);
      return Promise.resolve(true);
    },
    ...fake,
  };
  await offerReminder(reminders, toast, makeTranslate({}));
  return {
    ...{ said, done },
    touch: async () => {
      last?.run();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe("the list's reminder", () => {
  it("is offered once a week and turned on by one more touch", async () => {
    const { said, done, touch } = await scene({});
    assert.deepEqual(said, ["A reminder once a week?"]);
    assert.deepEqual(done, []);
    await touch();
    assert.deepEqual(done, ["start 1 Anything to add to your list?"]);
    assert.equal(said.at(-1), "Reminders are on");
  });

  it("that is on, whoever turned it on, is turned off", async () => {
    const stand = () => Promise.resolve({ endpoint: on.endpoint, hindrance: null });
    const { said, done, touch } = await scene({ stand });
    assert.deepEqual(said, ["Reminders are on"]);
    await touch();
    assert.deepEqual(done, ["stop "]);
    assert.equal(said.at(-1), "Reminders are off");
  });

  it("is not offered where it cannot be had", async () => {
    const { said, done, touch } = await scene({ check: () => Promise.resolve("none") });
    await touch();
    assert.deepEqual(said, ["That did not work here"]);
    assert.deepEqual(done, []);
  });

  it("says when it could not be turned on", async () => {
    const { said, touch } = await scene({ start: () => Promise.resolve("blocked") });
    await touch();
    assert.equal(said.at(-1), "That did not work here");
  });

  it("comes on this weekday within this hour", () => {
    const sunday = new Date(2026, 10, 29, 9, 40);
    const { days, from, to, every } = weekly(sunday);
    assert.deepEqual([days, from, to], [[7], "09:00", "09:59"]);
    assert.deepEqual(every, { count: 1, unit: "week" });
  });
});
