/** Sheets are taken only when their signature holds, and only newer ones; the server made the vector. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Kit, SignedSheet } from "../../../../static/cover/base/host.ts";
import type { Helpline } from "../../../../static/inner/model/content.ts";
import { currentLines, serviceIn } from "../../../../static/inner/model/current.ts";
import { makeDocument } from "../../../../static/inner/model/document.ts";
import { readKit, readLine } from "../../../../static/inner/model/readkit.ts";
import { readDocument } from "../../../../static/inner/model/reader.ts";
import {
  openSheet,
  type Refreshed,
  refreshSheet,
  takeSheet,
  unpackSheet,
} from "../../../../static/inner/model/sheet.ts";
import { Store } from "../../../../static/inner/model/store.ts";

const vector = JSON.parse(
  readFileSync(new URL("../../../vectors/sheet.json", import.meta.url), "utf8"),
) as SignedSheet;
const path = "/s/00112233445566778899aabbccddeeff";
const signed: SignedSheet = { ...vector, path };
const plain: Kit = {
  pack: "/p/00",
  language: "es",
  country: "US",
  exitSite: "",
  services: [],
};
const kit: Kit = { ...plain, sheet: signed };

function storeWith(own: Kit): Store {
  const host = { save: () => Promise.resolve("saved" as const) };
  return new Store(host, makeDocument(own), false, () => () => undefined);
}

async function refresh(own: Kit, answer: unknown): Promise<[Refreshed, Store]> {
  const store = storeWith(own);
  const text = answer === null ? null : JSON.stringify(answer);
  return [await refreshSheet(store, () => Promise.resolve(text)), store];
}

test("a sheet that the server signed is read field by field", async () => {
  const sheet = await openSheet(signed, signed);
  assert.equal(sheet?.edition, 4);
  assert.deepEqual(sheet.services[0], {
    name: "Night beds",
    what: "A bed for tonight",
    call: "+1 555 0100",
    text: "",
    hours: "",
    ref: "0a0b0c0d",
    runBy: "charity",
    checkedOn: "2026-11-20",
    others: { what_es: "Una cama para esta noche" },
  });
  assert.deepEqual(sheet.lines[0], {
    id: "us-home",
    state: "corrected",
    checkedOn: "2026-11-21",
    call: "1-800-555-0199",
  });
});

test("a sheet with one letter changed anywhere is refused", async () => {
  for (const place of [0, 40, vector.body.length - 1]) {
    const sign = vector.body.charAt(place) === "x" ? "y" : "x";
    const body = vector.body.slice(0, place) + sign + vector.body.slice(place + 1);
    assert.equal(await openSheet(signed, { ...vector, body }), null);
  }
});

test("a sheet under another key, of another agency or without a signature is refused", async () => {
  const flipped = `${vector.sign.startsWith("A") ? "B" : "A"}${vector.sign.slice(1)}`;
  const other = { ...signed, path: "/s/ffffffffffffffffffffffffffffffff" };
  assert.equal(await openSheet(other, vector), null);
  assert.equal(await openSheet({ ...signed, key: "BAAA" }, vector), null);
  assert.equal(await openSheet({ ...signed, key: "*" }, vector), null);
  assert.equal(await openSheet(signed, { ...vector, sign: flipped }), null);
  assert.equal(await openSheet(signed, { ...vector, sign: "" }), null);
});

test("the kit's own sheet is unpacked once and only what was chosen is kept", async () => {
  const store = storeWith({ ...kit, picked: ["11223344"] });
  await unpackSheet(store);
  const kept = store.document.value.kit;
  assert.deepEqual(
    kept?.services.map((each) => each.name),
    ["Día de comida"],
  );
  assert.deepEqual(kept.sheet, { ...signed, body: "", sign: "" });
  const before = store.document.value;
  await unpackSheet(store);
  assert.equal(store.document.value, before);
});

test("what was taken is kept and read back as it was", async () => {
  const store = storeWith(kit);
  await unpackSheet(store);
  const text = JSON.stringify(store.document.value);
  assert.deepEqual(readDocument(text).kit?.services, store.document.value.kit?.services);
  assert.deepEqual(readDocument(text).kit?.lines, store.document.value.kit?.lines);
  assert.equal(readDocument(text).kit?.edition, 4);
});

test("a newer sheet is taken, the same one changes nothing, an older one is refused", async () => {
  const [newer, store] = await refresh({ ...kit, edition: 3 }, vector);
  assert.equal(newer, "newer");
  assert.equal(store.document.value.kit?.services.length, 2);
  assert.equal((await refresh({ ...kit, edition: 4 }, vector))[0], "same");
  const [older, unchanged] = await refresh({ ...kit, edition: 5 }, vector);
  assert.equal(older, "refused");
  assert.deepEqual(unchanged.document.value.kit?.services, []);
});

test("no answer, or a forged one, leaves what there is", async () => {
  for (const [answer, outcome] of [
    [null, "unreachable"],
    ["nonsense", "refused"],
    [{}, "refused"],
    [{ body: vector.body, sign: 7 }, "refused"],
    [{ ...vector, body: vector.body.replace("0199", "0666") }, "refused"],
  ] as const) {
    const [said, store] = await refresh({ ...kit, edition: 1 }, answer);
    assert.equal(said, outcome);
    assert.deepEqual(store.document.value.kit?.services, []);
  }
});

test("a kit of an operator has no place to ask and is not asked for", async () => {
  const store = storeWith(plain);
  const outcome = await refreshSheet(store, () => assert.fail("asked"));
  assert.equal(outcome, "refused");
});

const line: Helpline = {
  id: "us-home",
  country: "US",
  label: "l",
  name: "n",
  who: "w",
  call: "1-800-555-0100",
  tty: "",
  text: { number: "55501", word: "START" },
  chat: "",
  hours: "Día y noche",
  languages: "",
  runBy: "charity",
  onBill: "unknown",
  happens: "h",
  note: "",
  source: "",
  verifiedOn: "",
  status: "unchecked",
};

test("a line is shown as the agency found it, in the pack's own words where it agrees", () => {
  const words = [
    { id: "us-home", state: "corrected", checkedOn: "2026-11-21", call: "1", text: "" },
  ] as const;
  const [shown] = currentLines([line], { ...kit, lines: words });
  assert.deepEqual(shown, {
    ...line,
    call: "1",
    text: null,
    status: "checked",
    verifiedOn: "2026-11-21",
  });
});

test("a line's chat is the one that the agency found, and none where there is none", () => {
  const own = { ...line, chat: "old.example" };
  const shown = (chat?: string): string | undefined => {
    const raw = { id: "us-home", state: "corrected", checked_on: "2026-11-21", chat };
    const word = readLine(raw);
    assert.ok(word);
    return currentLines([own], { ...kit, lines: [word] })[0]?.chat;
  };
  assert.equal(shown("new.example/chat"), "new.example/chat");
  assert.equal(shown(""), "");
  assert.equal(shown(), "old.example");
});

test("a line that was left out, or taken off, is not shown", () => {
  const hidden = [{ id: "us-home", state: "hidden", checkedOn: "" }] as const;
  assert.deepEqual(currentLines([line], { ...kit, lines: hidden }), []);
  assert.deepEqual(currentLines([line], { ...kit, without: ["us-home"] }), []);
  assert.deepEqual(currentLines([line], kit), [line]);
  assert.deepEqual(currentLines([line], null), [line]);
});

test("a service speaks the pack's language where the agency wrote it", async () => {
  const sheet = await openSheet(signed, signed);
  assert.ok(sheet);
  const [beds] = takeSheet(kit, sheet).services;
  assert.ok(beds);
  assert.equal(serviceIn(beds, "es").what, "Una cama para esta noche");
  assert.equal(serviceIn(beds, "en").what, "A bed for tonight");
  assert.equal(serviceIn({ ...beds, others: { what_es: "" } }, "es").what, beds.what);
});

test("odd values in a kept kit become their usual ones", () => {
  const odd = {
    ...kit,
    sheet: { path: 1 },
    picked: "x",
    lines: [{ state: "?" }],
    edition: -1,
  };
  assert.deepEqual(readKit(odd), { ...plain, lines: [], edition: 0 });
});
