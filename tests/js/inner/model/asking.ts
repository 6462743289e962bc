/** A phone that takes a kit and asks for newer numbers: kit and answers come in, what it did goes out. */

import { readFileSync } from "node:fs";
import { makeDocument } from "../../../../static/inner/model/document.ts";
import { readKit } from "../../../../static/inner/model/readkit.ts";
import { refreshSheet, unpackSheet } from "../../../../static/inner/model/sheet.ts";
import { Store } from "../../../../static/inner/model/store.ts";

const { kit, answers } = JSON.parse(readFileSync(0, "utf8")) as {
  kit: unknown;
  answers: readonly string[];
};
const host = { save: () => Promise.resolve("saved" as const) };
const store = new Store(host, makeDocument(readKit(kit)), false, () => () => undefined);

function numbers(): readonly string[] {
  return (store.document.value.kit?.services ?? []).map(({ call }) => call);
}

await unpackSheet(store);
const said: unknown[] = [["kit", numbers()]];
for (const answer of answers) {
  const outcome = await refreshSheet(store, () => Promise.resolve(answer));
  said.push([outcome, numbers()]);
}
console.log(JSON.stringify(said));
