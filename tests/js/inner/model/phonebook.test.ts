/** Picking one contact from the phone: what is asked, what comes, and what does not. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  hasPhonebook,
  pickContact,
  type Picked,
} from "../../../../static/inner/model/phonebook.ts";

/** A browser whose picker answers with `contacts`, and what it was asked for. */
function browserWith(contacts: unknown): { browser: object; asked: unknown[] } {
  const asked: unknown[] = [];
  const select = (...wishes: unknown[]): Promise<unknown> => {
    asked.push(wishes);
    return Promise.resolve(contacts);
  };
  return { browser: { contacts: { select } }, asked };
}

const pick = (contacts: unknown): Promise<Picked | null> =>
  pickContact(browserWith(contacts).browser);

describe("the phone's contacts", () => {
  it("are there only where the browser has a picker", () => {
    assert.equal(hasPhonebook(browserWith([]).browser), true);
    assert.equal(hasPhonebook({}), false);
    assert.equal(hasPhonebook({ contacts: null }), false);
    assert.equal(hasPhonebook({ contacts: { select: "no" } }), false);
  });

  it("are asked for one, and for no picture or address", async () => {
    const { browser, asked } = browserWith([]);
    await pickContact(browser);
    assert.deepEqual(asked, [[["name", "tel", "email"]]]);
  });

  it("give name, first number, first address, and the other numbers", async () => {
    const contact = {
      name: [" Rosa "],
      tel: ["+1 555 0100", "555 0101", "+1 555 0100", " "],
      email: ["rosa@a.example", "r@b.example"],
    };
    assert.deepEqual(await pick([contact, { name: ["Not picked"] }]), {
      name: "Rosa",
      number: "+1 555 0100",
      email: "rosa@a.example",
      others: "555 0101",
    });
  });

  it("give nothing when nobody was picked or nothing can be used", async () => {
    for (const odd of [[], null, "x", [null], [{}], [{ name: "x", tel: [1], email: [] }]])
      assert.equal(await pick(odd), null);
  });

  it("give nothing when the phone refuses", async () => {
    const select = (): Promise<unknown> => Promise.reject(new Error("busy"));
    assert.equal(await pickContact({ contacts: { select } }), null);
    assert.equal(await pickContact({}), null);
  });

  it("are cut at a ceiling", async () => {
    const tel = Array.from({ length: 50 }, (_, at) => `${at}`.padEnd(1_000, "0"));
    const picked = await pick([{ tel }]);
    assert.equal(picked?.number.length, 200);
    assert.equal(picked.others.split("\n").length, 9);
  });
});
