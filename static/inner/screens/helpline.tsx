/** One helpline: what it is for, how to reach it, and, one tap in, all that is known about it. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Helpline } from "../model/content.ts";
import { useInside } from "../model/inside.ts";
import { Button } from "../ui/button.tsx";
import { Reach, textWords } from "../ui/reach.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { day, t } from "../words.ts";

/** A card with the ways to reach the line. */
export function HelplineCard(props: {
  readonly line: Helpline;
  /** Whether it was said for all lines at once that nobody has dialled them. */
  readonly isNoted: boolean;
}): JSX.Element {
  const { line, isNoted } = props;
  const [isOpen, setOpen] = useState(false);
  const shown = line.call || line.text?.number || "";
  return (
    <article class="card">
      <h3>{line.label}</h3>
      <p class="number">{shown}</p>
      {line.runBy === "police" && <p class="who">{runBy(line)}</p>}
      <p class="hint">
        {[line.hours || t("Hours not known"), line.languages].filter(Boolean).join(" · ")}
      </p>
      {!isNoted && <p class="hint">{freshness(line)}</p>}
      <Reach name={line.label} call={line.call} text={line.text} shown={shown}>
        <Button kind="quiet" icon="info" about={line.label} onPress={() => setOpen(true)}>
          {t("What happens?")}
        </Button>
      </Reach>
      {isOpen && (
        <Sheet title={line.label} onClose={() => setOpen(false)}>
          <Details line={line} />
        </Sheet>
      )}
    </article>
  );
}

function Details({ line }: { readonly line: Helpline }): JSX.Element {
  return (
    <div class="details">
      <p>{line.who}</p>
      <Fact name={t("What happens")} text={line.happens} />
      <Fact name={t("Who answers")} text={`${line.name}. ${runBy(line)}`} />
      <Fact name={t("Open")} text={line.hours || t("Hours not known")} />
      <Fact name={t("Languages")} text={line.languages} />
      <Fact
        name={t("To text")}
        text={textWords(line.text) || (line.text?.number ?? "")}
      />
      <Fact name={t("If you do not hear well")} text={line.tty} />
      <Fact name={t("On the phone bill")} text={billWords(line)} />
      <Fact name={t("Also good to know")} text={line.note} />
      {line.chat && <Chat address={line.chat} />}
      <p class="hint">
        {freshness(line)} {t("Found at {place}.", { place: line.source })}
      </p>
    </div>
  );
}

/** One fact under its name; nothing when it is not known. */
export function Fact(props: {
  readonly name: string;
  readonly text: string;
}): JSX.Element | null {
  if (props.text === "") return null;
  return (
    <section>
      <h3>{props.name}</h3>
      <p>{props.text}</p>
    </section>
  );
}

/** The address to copy; opening it from here would put it in the browser's history. */
export function Chat({ address }: { readonly address: string }): JSX.Element {
  const { host } = useInside();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    const isDone = await host.copy(address);
    setSaid(
      isDone
        ? t("Copied. It is cleared when you leave.")
        : t("The phone did not allow it."),
    );
  };
  return (
    <section>
      <h3>{t("Chat on the web")}</h3>
      <p class="address">{address}</p>
      <p>{t("A page you open stays in the browser's history.")}</p>
      <Button kind="plain" onPress={() => void copy()}>
        {t("Copy the address")}
      </Button>
      <p class="hint" role="status">
        {said}
      </p>
    </section>
  );
}

/** Who answers, in plain words. */
export function runBy({ runBy: who }: Pick<Helpline, "runBy">): string {
  switch (who) {
    case "charity":
      return t("A group that helps people; not the police.");
    case "government":
      return t("Run by the state.");
    case "police":
      return t("This is the police.");
    case "emergency":
      return t("Police, ambulance and fire service.");
  }
}

function billWords({ onBill }: Helpline): string {
  switch (onBill) {
    case "yes":
      return t("The call shows on the bill.");
    case "no":
      return t("The call does not show on the bill.");
    case "unknown":
      return t("The call may show on the bill. We do not know.");
  }
}

/** When a number was last dialled. */
type Age = Pick<Helpline, "status" | "verifiedOn">;

/** Tell whether nobody has dialled the number to check it. */
export function isUndialled({ status, verifiedOn }: Age): boolean {
  return status !== "checked" || verifiedOn === "";
}

/** How sure we are of the number, in plain words. */
export function freshness(line: Age): string {
  return isUndialled(line)
    ? t("Number not checked yet: no one on our side has dialed it.")
    : t("Number last checked {day}.", { day: day(line.verifiedOn) });
}
