/** Who stands on Call or text. */

import type { Circle, Person } from "./document.ts";

const NEAREST_FIRST: readonly Circle[] = ["with", "near", "far", "professional", ""];

/** The people who can be reached, the nearest first; nobody who is not for help. */
export function reachable(people: readonly Person[]): readonly Person[] {
  return NEAREST_FIRST.flatMap((circle) =>
    people.filter((person) => person.circle === circle && person.number.trim() !== ""),
  );
}
