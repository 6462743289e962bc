/** One person: first what to do with what is known, and one tap away the fields to change it. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { CHANNELS, makePerson, type Person } from "../model/document.ts";
import { putIn } from "../model/people.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { Reach } from "../ui/reach.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { channelName, permissionWords } from "./channels.ts";
import { circleName, nameOf } from "./named.ts";
import { useTakeOff } from "./peopleorder.tsx";
import { PersonFields } from "./personfields.tsx";

/** Someone's card, or the fields when the person is new. */
export function PersonScreen({ id }: { readonly id: string }): JSX.Element {
  const { document, change } = useDocument();
  const { back } = useRoute();
  const found = document.people.find((person) => person.id === id);
  // Someone who was just added goes back to the list, where the next one can be added.
  const [isNew] = useState(found === undefined);
  const [isEditing, setEditing] = useState(isNew);
  const person = found ?? makePerson(id);
  const takeOff = useTakeOff();
  const remove = (): void => {
    back();
    takeOff(person);
  };
  if (isEditing) {
    const done = isNew ? back : () => setEditing(false);
    return (
      <Screen key="edit" title={found ? nameOf(person) : t("Someone new")} onBack={done}>
        <PersonFields
          person={person}
          onChange={(next) =>
            change((doc) => ({ ...doc, people: putIn(doc.people, next) }))
          }
        />
        <Button icon="tick" onPress={done}>
          {t("Done")}
        </Button>
        {found && (
          <Button kind="quiet" icon="bin" onPress={remove}>
            {t("Take off the list")}
          </Button>
        )}
      </Screen>
    );
  }
  return (
    <Screen key="card" title={nameOf(person)} onBack={back}>
      <Card person={person} />
      <Button kind="plain" onPress={() => setEditing(true)}>
        {t("Change")}
      </Button>
    </Screen>
  );
}

function Card({ person }: { readonly person: Person }): JSX.Element {
  const subtitle = [person.relation, person.circle && circleName(person.circle)];
  const said = CHANNELS.filter((channel) => person.allowed[channel].consent !== "");
  return (
    <>
      <p class="lead">{subtitle.filter(Boolean).join(" · ")}</p>
      {person.number && person.circle !== "unsafe" && (
        <Reach
          name={nameOf(person)}
          call={person.allowed.call.consent === "no" ? "" : person.number}
          text={
            person.allowed.text.consent === "no"
              ? null
              : { number: person.number, word: "" }
          }
          shown={person.number}
        />
      )}
      {person.circle === "unsafe" && (
        <p class="note">
          {t("No call button here, so that no slip of a finger calls them.")}
        </p>
      )}
      {said.length > 0 && (
        <ul class="permissions">
          {said.map((channel) => (
            <li key={channel} data-consent={person.allowed[channel].consent}>
              <b>{channelName(channel)}:</b> {permissionWords(person.allowed[channel])}
            </li>
          ))}
        </ul>
      )}
      <Said name={t("Good times")} text={person.safeTimes} />
      <Said name={t("If someone else answers, I say")} text={person.ifOther} />
      <Said name={t("Our words")} text={person.codeWords} />
      <Said name={t("The name they use for me")} text={person.callsMe} />
      <Said name={t("E-mail")} text={person.email} />
      <Said name={t("Chat")} text={person.chat} />
      <Said name={t("Also good to know")} text={person.notes} />
    </>
  );
}

function Said({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): JSX.Element | null {
  if (text.trim() === "") return null;
  return (
    <section class="said">
      <h2>{name}</h2>
      <p>{text}</p>
    </section>
  );
}
