/** Changes to the list of people. */

import type { Person } from "./document.ts";

/** Replace a person, or add one at the end. */
export function putIn(people: readonly Person[], person: Person): readonly Person[] {
  return people.some(({ id }) => id === person.id)
    ? people.map((each) => (each.id === person.id ? person : each))
    : [...people, person];
}

/** Put a removed person back where they were. */
export function putBack(
  people: readonly Person[],
  person: Person,
  place: number,
): readonly Person[] {
  if (people.some(({ id }) => id === person.id)) return people;
  const at = Math.min(Math.max(place, 0), people.length);
  return [...people.slice(0, at), person, ...people.slice(at)];
}
