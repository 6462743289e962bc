/** A prompt answered with people of the People screen. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { answerAt, answered, type Place } from "../model/answers.ts";
import { makeId, type Person } from "../model/document.ts";
import { inserted } from "../model/lines.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { nameOf } from "../screens/named.ts";
import { Button, IconButton, Row, Rows } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { useUndo } from "../ui/undo.tsx";
import { t } from "../words.ts";

const line = (id: string): { readonly id: string } => ({ id });

/** The people picked, and a sheet to pick more. */
export function ContactPrompt(props: {
  readonly label: string;
  readonly place: Place<"contact">;
}): JSX.Element {
  const { label, place } = props;
  const { document, change } = useDocument();
  const { go } = useRoute();
  const offerUndo = useUndo();
  const [isPicking, setPicking] = useState(false);
  const { ids } = answerAt(document, place);
  const put = (edit: (ids: readonly string[]) => readonly string[]): void =>
    change((doc) =>
      answered(doc, place, (before) => ({ kind: "people", ids: edit(before.ids) })),
    );
  const add = (id: string): void => put((before) => [...before, id]);
  const remove = (person: Person): void => {
    const place = ids.indexOf(person.id);
    put((now) => now.filter((id) => id !== person.id));
    offerUndo(t("Taken out."), () =>
      put((now) => inserted(now.map(line), person, place).map(({ id }) => id)),
    );
  };
  // Someone taken off the People list is simply not shown here any more.
  const picked = ids.flatMap(
    (id) => document.people.find((each) => each.id === id) ?? [],
  );
  const others = document.people.filter(({ id }) => !ids.includes(id));
  const addNew = (): void => {
    const id = makeId();
    add(id);
    go({ name: "person", id });
  };
  return (
    <div class="entries">
      {picked.length > 0 && (
        <ul>
          {picked.map((person) => (
            <li key={person.id} class="entry contact">
              <button
                type="button"
                class="entry-words"
                onClick={() => go({ name: "person", id: person.id })}
              >
                <span>{nameOf(person)}</span>
                {person.name && person.relation && (
                  <span class="row-detail">{person.relation}</span>
                )}
              </button>
              <IconButton
                icon="close"
                label={t("Take out {name}", { name: nameOf(person) })}
                onPress={() => remove(person)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        kind="plain"
        icon="plus"
        about={label}
        onPress={() => (others.length > 0 ? setPicking(true) : addNew())}
      >
        {t("Add someone")}
      </Button>
      {isPicking && (
        <Sheet title={t("Add someone")} onClose={() => setPicking(false)}>
          <Rows>
            {others.map((person) => (
              <Row
                key={person.id}
                title={nameOf(person)}
                onPress={() => {
                  add(person.id);
                  setPicking(false);
                }}
              />
            ))}
          </Rows>
          <Button kind="plain" icon="plus" onPress={addNew}>
            {t("Someone new")}
          </Button>
        </Sheet>
      )}
    </div>
  );
}
