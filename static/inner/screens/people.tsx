/** Everyone the person wrote down, by how near they stand. */

import type { JSX } from "preact";
import { type Circle, CIRCLES, makeId, type Person } from "../model/document.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The list of people. */
export function People(): JSX.Element {
  const { people } = useDocument().document;
  const { go, back } = useRoute();
  const groups = CIRCLES.map((circle) =>
    people.filter((person) => person.circle === circle),
  );
  return (
    <Screen title={t("People")} onBack={back}>
      <p class="lead">
        {people.length === 0
          ? t(
              "Who would you like to have here? A friend, someone in the family, a worker. One name is enough to start.",
            )
          : t("Touch a name to call, text, or see what you agreed on.")}
      </p>
      {groups.map((group) => (
        <Group key={group[0]?.circle ?? ""} people={group} />
      ))}
      <Button icon="plus" onPress={() => go({ name: "person", id: makeId() })}>
        {t("Add someone")}
      </Button>
    </Screen>
  );
}

function Group({ people }: { readonly people: readonly Person[] }): JSX.Element | null {
  const { go } = useRoute();
  const [first] = people;
  if (first === undefined) return null;
  return (
    <section>
      {first.circle !== "" && <h2>{circleName(first.circle)}</h2>}
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
    </section>
  );
}

/** The name to use, or what stands in for it. */
export function nameOf(person: Person): string {
  return person.name.trim() || person.relation.trim() || t("No name yet");
}

/** How near someone stands, in words. */
export function circleName(circle: Circle): string {
  switch (circle) {
    case "":
      return t("Not said");
    case "with":
      return t("With me");
    case "near":
      return t("Near me");
    case "far":
      return t("Far, but there for me");
    case "professional":
      return t("It is their job to help");
    case "unsafe":
      return t("Not for help");
  }
}
