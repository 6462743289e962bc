/** The order in which countries are offered. */

import type { Country } from "./content.ts";

/** The countries, with `own` before all others; the rest keep their order. */
export function ownFirst(all: readonly Country[], own: string): readonly Country[] {
  return [
    ...all.filter(({ code }) => code === own),
    ...all.filter(({ code }) => code !== own),
  ];
}
