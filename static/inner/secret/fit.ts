/** How a secret is typed into each cover, and how it is shown to be remembered. */

import { foldEntry } from "../../cover/base/entry.ts";
import type { Host } from "../../cover/base/host.ts";

const SIGNS: Readonly<Record<string, string>> = {
  "×": "*",
  x: "*",
  "·": "*",
  "÷": "/",
  ":": "/",
  "−": "-",
  "–": "-",
  ",": ".",
};

/** Write what was typed as the cover reports it: the very text that will open the space. */
export function fitSecret(cover: Host["cover"], typed: string): string {
  const folded = foldEntry(typed);
  if (cover === "list") return folded;
  return folded
    .replace(/\s|=$/g, "")
    .replace(/[×x·÷:−–,]/g, (sign) => SIGNS[sign] ?? sign);
}

const SHOWN: Readonly<Record<string, string>> = {
  "*": " × ",
  "/": " ÷ ",
  "-": " − ",
  "+": " + ",
};

/** Write a secret for reading: sums get the signs that stand on the calculator's keys. */
export function showSecret(cover: Host["cover"], secret: string): string {
  return cover === "list"
    ? secret
    : secret.replace(/[-+*/]/g, (sign) => SHOWN[sign] ?? sign);
}
