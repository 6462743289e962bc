/** Call or text: own people first, then the services of the kit, then the lines of a country. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { countries, helplines } from "content";
import { currentLines } from "../model/current.ts";
import type { Person } from "../model/document.ts";
import { reachable } from "../model/reachable.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Row, Rows } from "../ui/button.tsx";
import { Reach } from "../ui/reach.tsx";
import { Screen } from "../ui/screen.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { t } from "../words.ts";
import { HelplineCard } from "./helpline.tsx";
import { Newer } from "./newer.tsx";
import { nameOf } from "./people.tsx";
import { ServiceCard } from "./service.tsx";

/** The screen with every number. */
export function Call(): JSX.Element {
  const { document } = useDocument();
  const { go, back } = useRoute();
  const own = reachable(document.people);
  const services = document.kit?.services ?? [];
  return (
    <Screen title={t("Call or text")} onBack={back}>
      <p class="lead">{t("Pick one. You can hang up at any time.")}</p>
      {own.length > 0 && <h2>{t("My people")}</h2>}
      {own.map((person) => (
        <OwnCard key={person.id} person={person} />
      ))}
      {own.length === 0 && (
        <Rows>
          <Row
            icon="people"
            title={t("Add my people")}
            detail={t("They will stand here, first of all.")}
            onPress={() => go({ name: "people" })}
          />
        </Rows>
      )}
      {services.length > 0 && <h2>{t("Near me")}</h2>}
      {services.map((service) => (
        <ServiceCard key={service.ref ?? service.name} service={service} />
      ))}
      <Newer />
      <Lines />
    </Screen>
  );
}

function OwnCard({ person }: { readonly person: Person }): JSX.Element {
  const { call, text } = person.allowed;
  return (
    <article class="card">
      <h3>{nameOf(person)}</h3>
      {person.safeTimes && <p class="hint">{person.safeTimes}</p>}
      <Reach
        name={nameOf(person)}
        call={call.consent === "no" ? "" : person.number}
        text={text.consent === "no" ? null : { number: person.number, word: "" }}
        shown={person.number}
      />
    </article>
  );
}

/** The lines of the chosen country. Chosen, never located: asking the phone would leave a trace. */
function Lines(): JSX.Element {
  const { document, change } = useDocument();
  const [isPicking, setPicking] = useState(false);
  const { country } = document.settings;
  const name = countries.find(({ code }) => code === country)?.name;
  const pick = (code: string): void => {
    change((doc) => ({ ...doc, settings: { ...doc.settings, country: code } }));
    setPicking(false);
  };
  const list = (
    <Rows>
      {countries.map((each) => (
        <Row key={each.code} title={each.name} onPress={() => pick(each.code)} />
      ))}
    </Rows>
  );
  if (name === undefined) {
    return (
      <>
        <h2>{t("Which country are you in?")}</h2>
        {list}
      </>
    );
  }
  return (
    <>
      <div class="where">
        <h2>{name}</h2>
        <button type="button" class="chip" onClick={() => setPicking(true)}>
          {t("Another country")}
        </button>
      </div>
      {currentLines(helplines, document.kit)
        .filter((line) => line.country === country)
        .map((line) => (
          <HelplineCard key={line.id} line={line} />
        ))}
      {isPicking && (
        <Sheet title={t("Which country are you in?")} onClose={() => setPicking(false)}>
          {list}
        </Sheet>
      )}
    </>
  );
}
