/** Changing the way in: choose, type once more, done. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { wayIn } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import { outcomeWords } from "../model/outcome.ts";
import { useRoute } from "../model/route.ts";
import { fitSecret } from "../secret/fit.ts";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { Again } from "./again.tsx";
import { Choose } from "./choose.tsx";

/** The screen in Settings. */
export function ChangeSecret(): JSX.Element {
  const { host } = useInside();
  const { back } = useRoute();
  const [secret, setSecret] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState("");
  const save = async (): Promise<void> => {
    setBusy(true);
    const outcome = await host
      .changeSecret(fitSecret(host.cover, secret))
      .catch(() => "refused" as const);
    setBusy(false);
    if (outcome === "saved") setDone(true);
    else setProblem(outcomeWords(outcome));
  };
  if (isDone) {
    return (
      <Screen key="done" title={t("From now on")} onBack={back}>
        <p class="lead">
          {t("Your new way in works now. The old one opens nothing any more.")}
        </p>
        <p>{wayIn(host.cover)}</p>
        <Button onPress={back}>{t("Good")}</Button>
      </Screen>
    );
  }
  if (secret !== "") {
    return (
      <Screen key="again" title={t("Once more")} onBack={() => setSecret("")}>
        <Again
          secret={secret}
          isBusy={isBusy}
          problem={problem}
          onSame={() => void save()}
        />
      </Screen>
    );
  }
  return (
    <Screen key="choose" title={t("My way in")} onBack={back}>
      <Choose onChosen={setSecret} />
    </Screen>
  );
}
