/** Everyone the person wrote down, by how near they stand. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { CIRCLES, makeId, type Person } from "../model/document.ts";
import { fromPicked } from "../model/people.ts";
import { hasPhonebook, pickContact } from "../model/phonebook.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { circleName, nameOf } from "./named.ts";
import { PeopleOrder } from "./peopleorder.tsx";

/** The list of people. */
export function People(): JSX.Element {
  const { people } = useDocument().document;
  const { go, back } = useRoute();
  const [isMoving, setMoving] = useState(false);
  const groups = CIRCLES.map((circle) =>
    people.filter((person) => person.circle === circle),
  );
  const canMove = groups.some((group) => group.length > 1);
  return (
    <Screen title={t("People")} onBack={back}>
      <p class="lead">{leadWords(people.length === 0, isMoving && canMove)}</p>
      {groups.map((group) => (
        <Group
          key={group[0]?.circle ?? ""}
          people={group}
          isMoving={isMoving && canMove}
        />
      ))}
      <Button icon="plus" onPress={() => go({ name: "person", id: makeId() })}>
        {t("Add someone")}
      </Button>
      {hasPhonebook() && <FromPhone />}
      {canMove && (
        <Button kind="quiet" onPress={() => setMoving(!isMoving)}>
          {isMoving ? t("The order is fine") : t("Change the order")}
        </Button>
      )}
    </Screen>
  );
}

function leadWords(isEmpty: boolean, isMoving: boolean): string {
  if (isEmpty)
    return t(
      "Who would you like to have here? A friend, someone in the family, a worker. One name is enough to start.",
    );
  return isMoving
    ? t("Drag a name to where you want it. Touch it for more.")
    : t("Touch a name to call, text, or see what you agreed on.");
}

/** Takes one contact over from the phone. */
function FromPhone(): JSX.Element {
  const { change } = useDocument();
  const { go } = useRoute();
  const pick = async (): Promise<void> => {
    const picked = await pickContact();
    if (picked === null) return;
    const person = fromPicked(makeId(), picked);
    change((doc) => ({ ...doc, people: [...doc.people, person] }));
    go({ name: "person", id: person.id });
  };
  return (
    <>
      <Button kind="plain" icon="phone" onPress={() => void pick()}>
        {t("Pick one from my phone")}
      </Button>
      <p class="hint">
        {t("The phone shows its contacts. Only the one you pick comes here.")}
      </p>
    </>
  );
}

function Group(props: {
  readonly people: readonly Person[];
  readonly isMoving: boolean;
}): JSX.Element | null {
  const { people, isMoving } = props;
  const { go } = useRoute();
  const [first] = people;
  if (first === undefined) return null;
  return (
    <section>
      {first.circle !== "" && <h2>{circleName(first.circle)}</h2>}
      {isMoving ? (
        <PeopleOrder people={people} />
      ) : (
        <Rows>
          {people.map((person) => (
            <Row
              key={person.id}
              title={nameOf(person)}
              detail={person.relation}
              onPress={() => go({ name: "person", id: person.id })}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}
