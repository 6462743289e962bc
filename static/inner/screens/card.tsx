/** My card: a few lines, large, to read at a glance, copy out by hand, or print. */

import type { JSX } from "preact";
import { cardOf, unbroken } from "../model/card.ts";
import type { CardLine } from "../model/frame.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { PrintOut } from "../ui/printout.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWritten } from "../ui/useplan.ts";
import { t } from "../words.ts";

/** The lines of the card as they read today. */
export function useCard(): readonly CardLine[] {
  const { document } = useDocument();
  return cardOf(document.plan.card, useWritten());
}

/** The screen. */
export function Card(): JSX.Element {
  const { go, back } = useRoute();
  const lines = useCard().filter(({ text }) => text.trim() !== "");
  const isEmpty = lines.length === 0;
  return (
    <Screen title={t("My card")} onBack={back}>
      {isEmpty ? (
        <p class="lead">
          {t(
            "Up to eight lines for your pocket: a number, a first place to go, what a word means. Copy them out by hand, or print them.",
          )}
        </p>
      ) : (
        <ul class="pocket" data-lines={lines.length}>
          {lines.map(({ id, text }) => (
            <li key={id} dir="auto">
              {unbroken(text)}
            </li>
          ))}
        </ul>
      )}
      <Button
        kind={isEmpty ? "main" : "plain"}
        icon="plus"
        onPress={() => go({ name: "cardpick" })}
      >
        {t("Pick from what I wrote")}
      </Button>
      <Button kind="plain" icon="pen" onPress={() => go({ name: "cardlines" })}>
        {isEmpty ? t("Write my own lines") : t("Change the lines")}
      </Button>
      <PrintOut lines={lines.map(({ id, text }) => ({ id, text: unbroken(text) }))} />
    </Screen>
  );
}
