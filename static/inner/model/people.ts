/** Changes to the list of people. */

import { makePerson, type Person } from "./document.ts";
import type { Picked } from "./phonebook.ts";

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

/** Move someone past the next one of the same circle; at the end of it nothing changes. */
export function movedInCircle(
  people: readonly Person[],
  id: string,
  by: 1 | -1,
): readonly Person[] {
  const at = people.findIndex((each) => each.id === id);
  const person = people[at];
  if (person === undefined) return people;
  const same = (each: Person): boolean => each.circle === person.circle;
  const to =
    by === 1
      ? people.findIndex((each, place) => place > at && same(each))
      : people.findLastIndex((each, place) => place < at && same(each));
  const other = people[to];
  if (other === undefined) return people;
  return people.map((each, place) =>
    place === at ? other : place === to ? person : each,
  );
}

/** Make someone of a contact that was picked from the phone. */
export function fromPicked(id: string, picked: Picked): Person {
  return {
    ...makePerson(id),
    name: picked.name,
    number: picked.number,
    email: picked.email,
    notes: picked.others,
  };
}
