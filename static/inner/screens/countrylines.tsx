/** The helplines of one country, and the way to pick another. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { countries, helplines, language } from "content";
import { named, ownFirst } from "../model/countries.ts";
import { currentLines } from "../model/current.ts";
import { useDocument } from "../model/store.ts";
import { Row, Rows } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { t } from "../words.ts";
import { HelplineCard, isUndialled } from "./helpline.tsx";

/** The lines of the chosen country. Chosen, never located: asking the phone would leave a trace. */
export function CountryLines(): JSX.Element {
  const { document, change } = useDocument();
  const [isPicking, setPicking] = useState(false);
  const { country } = document.settings;
  const all = named(countries, language);
  const name = all.find(({ code }) => code === country)?.name;
  const pick = (code: string): void => {
    change((doc) => ({ ...doc, settings: { ...doc.settings, country: code } }));
    setPicking(false);
  };
  const list = (
    <Rows>
      {ownFirst(all, document.kit?.country ?? "").map((each) => (
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
  const lines = currentLines(helplines, document.kit).filter(
    (line) => line.country === country,
  );
  // Where some were called, each says for itself whether it was.
  const isNoted = lines.every(isUndialled);
  return (
    <>
      <div class="where">
        <h2>{name}</h2>
        <button type="button" class="chip" onClick={() => setPicking(true)}>
          {t("Another country")}
        </button>
      </div>
      {isNoted && (
        <p class="hint">
          {t(
            "We have not called these numbers ourselves yet. If one does not work, try the next.",
          )}
        </p>
      )}
      {lines.map((line) => (
        <HelplineCard key={line.id} line={line} isNoted={isNoted} />
      ))}
      {isPicking && (
        <Sheet title={t("Which country are you in?")} onClose={() => setPicking(false)}>
          {list}
        </Sheet>
      )}
    </>
  );
}
