/** One local service: what it is for, how to reach it, and, one tap in, all that is known of it. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { language } from "content";
import type { Service } from "../../cover/base/host.ts";
import type { RunBy } from "../model/content.ts";
import { serviceIn } from "../model/current.ts";
import { Button } from "../ui/button.tsx";
import { Reach } from "../ui/reach.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { t } from "../words.ts";
import { Chat, Fact, freshness, runBy } from "./helpline.tsx";

const RUNNERS: readonly RunBy[] = ["charity", "government", "police", "emergency"];

/** A card with the ways to reach the service. */
export function ServiceCard(props: { readonly service: Service }): JSX.Element {
  const service = serviceIn(props.service, language);
  const [isOpen, setOpen] = useState(false);
  const { name, call, text } = service;
  const runner = RUNNERS.find((each) => each === service.runBy);
  return (
    <article class="card">
      <h3>{name}</h3>
      {/* Before the number, not one tap behind it: for some it decides whether they call. */}
      {(runner === "police" || runner === "emergency") && (
        <p class="who">{runBy({ runBy: runner })}</p>
      )}
      {service.what && <p>{service.what}</p>}
      {service.hours && <p class="hint">{service.hours}</p>}
      <Reach
        name={name}
        call={call}
        text={text === "" ? null : { number: text, word: service.word ?? "" }}
        shown={call || text}
      >
        {/* Kits that an operator made by hand know no more than the card shows. */}
        {service.ref !== undefined && (
          <Button kind="quiet" icon="info" about={name} onPress={() => setOpen(true)}>
            {t("What happens?")}
          </Button>
        )}
      </Reach>
      {isOpen && (
        <Sheet title={name} onClose={() => setOpen(false)}>
          <Details service={service} />
        </Sheet>
      )}
    </article>
  );
}

function Details({ service }: { readonly service: Service }): JSX.Element {
  const { text, word = "", checkedOn = "", chat } = service;
  const runner = RUNNERS.find((each) => each === service.runBy);
  return (
    <div class="details">
      {service.what && <p>{service.what}</p>}
      <Fact name={t("What happens")} text={service.happens ?? ""} />
      <Fact
        name={t("Who answers")}
        text={runner === undefined ? "" : runBy({ runBy: runner })}
      />
      <Fact name={t("Open")} text={service.hours || t("Hours not known")} />
      <Fact name={t("Languages")} text={service.languages ?? ""} />
      <Fact
        name={t("To text")}
        text={
          word === ""
            ? text
            : t("Send the word {word} to {number}", { word, number: text })
        }
      />
      <Fact name={t("Where it is")} text={service.where ?? ""} />
      <Fact name={t("Also good to know")} text={service.notes ?? ""} />
      {chat !== undefined && <Chat address={chat} />}
      <p class="hint">
        {freshness({
          status: checkedOn === "" ? "unchecked" : "checked",
          verifiedOn: checkedOn,
        })}
      </p>
    </div>
  );
}
