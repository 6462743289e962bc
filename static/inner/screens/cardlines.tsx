/** The lines of the card, to write, reword, move and take off. */

import type { JSX } from "preact";
import { cardEdited, cardOf, isFull } from "../model/card.ts";
import type { CardLine } from "../model/frame.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Entries } from "../prompts/entries.tsx";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWritten } from "../ui/useplan.ts";
import { t } from "../words.ts";

/** The screen. */
export function CardLines(): JSX.Element {
  const { change } = useDocument();
  const { go, back } = useRoute();
  const all = useWritten();
  const { card } = useDocument().document.plan;
  return (
    <Screen title={t("The lines of my card")} onBack={back}>
      <p class="lead">
        {t(
          "Word them so that only you know what they mean. Changes here do not change your plan.",
        )}
      </p>
      <Entries<CardLine>
        label={t("A line of my card")}
        items={cardOf(card, all)}
        onEdit={(edit) => change(cardEdited((now) => edit(cardOf(now, all))))}
        make={(item) => ({ ...item, from: "", seen: "" })}
        starters={[]}
        isFull={isFull(card)}
      />
      {isFull(card) ? (
        <p class="hint">{t("Eight lines: the card is full.")}</p>
      ) : (
        <Button kind="plain" icon="find" onPress={() => go({ name: "cardpick" })}>
          {t("Pick from what I wrote")}
        </Button>
      )}
    </Screen>
  );
}
