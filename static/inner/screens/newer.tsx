/** Asking for newer numbers: only when the person wants it, and with what it shows said first. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useInside } from "../model/inside.ts";
import { type Refreshed, refreshSheet } from "../model/sheet.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";

/** The button and what became of it; nothing for a kit that has no place to ask. */
export function Newer(): JSX.Element | null {
  const { host, store } = useInside();
  const { document } = useDocument();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Refreshed | null>(null);
  if (document.kit?.sheet === undefined) return null;
  const ask = async (): Promise<void> => {
    setBusy(true);
    setOutcome(await refreshSheet(store, (path) => host.fetchSheet(path)));
    setBusy(false);
  };
  return (
    <section class="newer">
      <Button kind="plain" icon="again" isBusy={isBusy} onPress={() => void ask()}>
        {isBusy ? t("One moment…") : t("Look for newer numbers")}
      </Button>
      <p class="hint" role="status">
        {outcome === null
          ? t("This uses the internet once. It never does so by itself.")
          : words(outcome)}
      </p>
    </section>
  );
}

function words(outcome: Refreshed): string {
  switch (outcome) {
    case "newer":
    case "same":
      return t("You have the newest numbers now.");
    case "unreachable":
      return t("Nothing came. Is there internet? Your numbers stay as they are.");
    case "refused":
      return t("The new list had a fault. Your numbers stay as they are.");
  }
}
