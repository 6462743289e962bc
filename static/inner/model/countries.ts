/** What countries are called, and the order in which countries are offered. */

import type { Country } from "./content.ts";

/** Name countries by their codes, as the browser does in `language`. */
export function named(codes: readonly string[], language: string): readonly Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return codes.map((code) => ({ code, name: names.of(code) ?? code }));
}

/** The countries, with `own` before all others; the rest keep their order. */
export function ownFirst(all: readonly Country[], own: string): readonly Country[] {
  return [
    ...all.filter(({ code }) => code === own),
    ...all.filter(({ code }) => code !== own),
  ];
}
