/** Call or text: own people first, then the services of the kit, then the lines of a country. */

import type { JSX } from "preact";
import type { Person } from "../model/document.ts";
import { reachable } from "../model/reachable.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Row, Rows } from "../ui/button.tsx";
import { Reach } from "../ui/reach.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { channelName, permissionWords } from "./channels.ts";
import { CountryLines } from "./countrylines.tsx";
import { Newer } from "./newer.tsx";
import { nameOf } from "./named.ts";
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
      <CountryLines />
    </Screen>
  );
}

function OwnCard({ person }: { readonly person: Person }): JSX.Element {
  const { call, text } = person.allowed;
  return (
    <article class="card">
      <h3>{nameOf(person)}</h3>
      {careFor(person).map((line) => (
        <p key={line} class="hint">
          {line}
        </p>
      ))}
      <Reach
        name={nameOf(person)}
        call={call.consent === "no" ? "" : person.number}
        text={text.consent === "no" ? null : { number: person.number, word: "" }}
        shown={person.number}
      />
    </article>
  );
}

/** What was agreed about calls, messages and texts, so that it is seen before the touch. */
function careFor(person: Person): readonly string[] {
  const agreed = (channel: "call" | "voicemail" | "text"): string => {
    const permission = person.allowed[channel];
    // Where calls or texts are not okay, there is no button for them.
    const isToSay =
      permission.consent === "only" ||
      (channel === "voicemail" && permission.consent === "no");
    return isToSay ? `${channelName(channel)}: ${permissionWords(permission)}` : "";
  };
  return [
    person.safeTimes.trim() && t("Good times: {words}", { words: person.safeTimes }),
    agreed("call"),
    agreed("voicemail"),
    agreed("text"),
    person.ifOther.trim() &&
      t("If someone else answers: {words}", { words: person.ifOther }),
  ].filter((line) => line !== "");
}
