/** The people of one circle while their order is changed. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Person } from "../model/document.ts";
import { inserted, without } from "../model/lines.ts";
import { placedInCircle } from "../model/people.ts";
import { useDocument } from "../model/store.ts";
import { Arranger } from "../ui/arranger.tsx";
import { Button } from "../ui/button.tsx";
import { useUndo } from "../ui/undo.tsx";
import { t } from "../words.ts";
import { movedTo } from "./arrange.tsx";
import { nameOf } from "./named.ts";

/** Rows to drag, to move by keys and buttons, and to take off the list. */
export function PeopleOrder({
  people,
}: {
  readonly people: readonly Person[];
}): JSX.Element {
  const { change } = useDocument();
  const offerUndo = useUndo();
  const takeOff = useTakeOff();
  const [open, setOpen] = useState("");
  const put = (id: string, to: number): void =>
    change((doc) => ({ ...doc, people: placedInCircle(doc.people, id, to) }));
  return (
    <Arranger
      rows={people.map((person) => ({ id: person.id, name: nameOf(person) }))}
      open={open}
      onOpen={setOpen}
      onPlace={(id, to) => {
        const before = people.findIndex((person) => person.id === id);
        put(id, to);
        offerUndo(movedTo(to, people.length), () => put(id, before));
      }}
      tools={({ id }) => (
        <Button
          kind="plain"
          icon="bin"
          onPress={() => people.filter((person) => person.id === id).forEach(takeOff)}
        >
          {t("Take off the list")}
        </Button>
      )}
    />
  );
}

/** Get the function that takes someone off the list and offers to bring them back. */
export function useTakeOff(): (person: Person) => void {
  const { document, change } = useDocument();
  const offerUndo = useUndo();
  return (person) => {
    const place = document.people.indexOf(person);
    change((doc) => ({ ...doc, people: without(doc.people, person.id) }));
    offerUndo(t("{name} is off the list.", { name: nameOf(person) }), () =>
      change((doc) => ({ ...doc, people: inserted(doc.people, person, place) })),
    );
  };
}
