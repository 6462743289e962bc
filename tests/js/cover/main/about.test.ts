/** What the app says of itself is what is so. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { aboutLines } from "../../../../static/cover/main/about.ts";

function stand(isStandalone: boolean, controller: object | null): void {
  const lend = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  };
  lend("matchMedia", (query: string) => ({
    matches: isStandalone && query === "(display-mode: standalone)",
  }));
  lend("navigator", { serviceWorker: { controller } });
}

const same = (text: string): string => text;

test("an installed app with its worker and a file says yes to all", () => {
  stand(true, {});
  assert.deepEqual(
    aboutLines(same, "file").map(([, isSo]) => isSo),
    [true, true, true],
  );
});

test("a tab without a worker that keeps in memory alone says no to all", () => {
  stand(false, null);
  assert.deepEqual(
    aboutLines(same, "memory").map(([, isSo]) => isSo),
    [false, false, false],
  );
});

test("rows are kept as well", () => {
  stand(false, null);
  assert.deepEqual(aboutLines(same, "rows")[2], ["Keeps what you enter", true]);
});
