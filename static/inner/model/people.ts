/** Changes to the list of people. */

import { makePerson, type Person } from "./document.ts";
import { inserted, replaced, without } from "./lines.ts";
import type { Picked } from "./phonebook.ts";

/** Replace a person, or add one at the end. */
export function putIn(people: readonly Person[], person: Person): readonly Person[] {
  return people.some(({ id }) => id === person.id)
    ? replaced(people, person)
    : [...people, person];
}

/** Move someone to place `to` among those of the same circle; all others stay where they are. */
export function placedInCircle(
  people: readonly Person[],
  id: string,
  to: number,
): readonly Person[] {
  const person = people.find((each) => each.id === id);
  if (person === undefined) return people;
  const isNear = ({ circle }: Person): boolean => circle === person.circle;
  const order = [...inserted(without(people.filter(isNear), id), person, to)];
  return people.map((each) => (isNear(each) ? (order.shift() ?? each) : each));
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
