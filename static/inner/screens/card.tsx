/** My card: a few lines, large, to read at a glance, copy out by hand, or print. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { cardOf, unbroken } from "../model/card.ts";
import type { CardLine } from "../model/frame.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { Paper } from "../ui/paper.tsx";
import { Screen } from "../ui/screen.tsx";
import { Sheet } from "../ui/sheet.tsx";
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
  const [state, setState] = useState<"" | "asked" | "printing">("");
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
      {!isEmpty && (
        <Button kind="plain" icon="print" onPress={() => setState("asked")}>
          {t("Print")}
        </Button>
      )}
      {state === "asked" && (
        <Sheet title={t("Before you print")} onClose={() => setState("")}>
          <p>{t("Only this is printed, as plain text. No name of this app.")}</p>
          <p>
            {t("The phone or the printer may keep a copy. A pen and paper keep none.")}
          </p>
          <p>{t("On some phones this app closes then. Nothing is lost.")}</p>
          <Button icon="print" onPress={() => setState("printing")}>
            {t("Print now")}
          </Button>
        </Sheet>
      )}
      {state === "printing" && (
        <Paper onDone={() => setState("")}>
          <ul>
            {lines.map(({ id, text }) => (
              <li key={id} dir="auto">
                {unbroken(text)}
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </Screen>
  );
}
