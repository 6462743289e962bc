/** The first run, one small page at a time; every page can be skipped. */

import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { useInside } from "../model/inside.ts";
import { outcomeWords } from "../model/outcome.ts";
import { useRoute } from "../model/route.ts";
import { atStep, hasBefore, neighbour, stepFor } from "../model/steps.ts";
import { useDocument } from "../model/store.ts";
import { fitSecret } from "../secret/fit.ts";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { Again } from "./again.tsx";
import { Choose } from "./choose.tsx";
import { Others } from "./firstothers.tsx";
import { InstallSteps } from "./install.tsx";
import { Can, Cannot } from "./limits.tsx";
import { Matters } from "./matters.tsx";
import { Practice } from "./practice.tsx";

/** How often leaving is practised before the first run says it is enough. */
const PRACTICES = 2;

/** The pages; which one is kept in the document, so that coming back goes on from there. */
export function First(): JSX.Element {
  const { host, store } = useInside();
  const { document, change } = useDocument();
  const { go } = useRoute();
  // Secrets stay in memory here: they must never be part of what is kept.
  const [others, setOthers] = useState<readonly string[]>([]);
  const [secret, setSecret] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const step = stepFor(document.firstRun.step, secret, store.hasSpace);
  const move = (by: 1 | -1): void => {
    const to = neighbour(step, by, host);
    change(atStep(to));
    if (to === "done") go({ name: "home" });
  };
  const next = (): void => move(1);
  const skipAll = (): void => {
    if (store.hasSpace) change(atStep("done"));
    go({ name: "home" });
  };
  const create = async (): Promise<void> => {
    setBusy(true);
    const made = atStep("matters")(document);
    const outcome = await host
      .create(fitSecret(host.cover, secret), JSON.stringify(made), others)
      .catch(() => "refused" as const);
    setBusy(false);
    if (outcome !== "saved") {
      setProblem(outcomeWords(outcome));
      return;
    }
    setSecret("");
    setOthers([]);
    store.spaceMade(made);
    change(atStep("matters"));
  };
  const page = (title: string, children: ComponentChildren): JSX.Element => (
    <Screen
      key={step}
      title={title}
      onBack={hasBefore(step) ? () => move(-1) : undefined}
    >
      {children}
      {step !== "practice" && step !== "done" && (
        <Button kind="quiet" onPress={skipAll}>
          {t("Skip all this for now")}
        </Button>
      )}
    </Screen>
  );
  switch (step) {
    case "welcome":
      return page(
        t("This is yours"),
        <>
          <p class="lead">
            {t(
              "A quiet place for your own words. A few small steps make it ready. You can skip each one.",
            )}
          </p>
          <Can />
          <Button onPress={next}>{t("Go on")}</Button>
        </>,
      );
    case "limits":
      return page(
        t("What it cannot do"),
        <>
          <p class="lead">{t("It is good to know this before you trust it.")}</p>
          <Cannot />
          <Button onPress={next}>{t("Go on")}</Button>
        </>,
      );
    case "install":
      return page(
        t("Put it on the home screen"),
        <>
          <InstallSteps />
          <Button kind="plain" onPress={next}>
            {t("Go on without the icon")}
          </Button>
        </>,
      );
    case "others":
      return page(
        t("Have you been here before?"),
        <Others
          cover={host.cover}
          onDone={(given) => {
            setOthers(given);
            next();
          }}
        />,
      );
    case "secret":
      return page(
        t("My way in"),
        <Choose
          onChosen={(chosen) => {
            setSecret(chosen);
            setProblem("");
            next();
          }}
        />,
      );
    case "again":
      return page(
        t("Once more"),
        <Again
          secret={secret}
          isBusy={isBusy}
          problem={problem}
          onSame={() => void create()}
        />,
      );
    case "matters":
      return page(
        t("What matters to me first"),
        <>
          <Matters />
          <Button onPress={next}>{t("Go on")}</Button>
        </>,
      );
    case "practice":
    case "done":
      return page(
        t("Practice closing"),
        <>
          <Practice />
          <Button
            kind={document.firstRun.practised >= PRACTICES ? "main" : "plain"}
            onPress={next}
          >
            {document.firstRun.practised >= PRACTICES ? t("I am ready") : t("Not now")}
          </Button>
        </>,
      );
  }
}
