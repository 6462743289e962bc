/** Makes one more secret beside the way in: what must stay, which one, once more. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CreateOutcome } from "../../cover/base/host.ts";
import { useInside } from "../model/inside.ts";
import { fitSecret } from "../secret/fit.ts";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { Again } from "./again.tsx";
import { Choose } from "./choose.tsx";
import { Others } from "./firstothers.tsx";

/** The three pages; secrets stay in memory here and go with them. */
export function Another(props: {
  readonly title: string;
  /** What the secret will do. */
  readonly lead: string;
  /** What to mind in choosing it. */
  readonly care: string;
  readonly create: (secret: string, others: readonly string[]) => Promise<CreateOutcome>;
  readonly explain: (outcome: Exclude<CreateOutcome, "saved">) => string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}): JSX.Element {
  const { title, lead, care, create, explain, onDone, onBack } = props;
  const { cover } = useInside().host;
  const [others, setOthers] = useState<readonly string[] | null>(null);
  const [secret, setSecret] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  if (others === null) {
    const asks = {
      question: t(
        "Is there one more way in on this phone that you want to keep? The one you used just now stays, and so does what you made from here.",
      ),
      none: t("No, there is no other"),
    };
    return (
      <Screen key="others" title={t("Is there another one?")} onBack={onBack}>
        <Others cover={cover} asks={asks} onDone={setOthers} />
      </Screen>
    );
  }
  if (secret === "") {
    const choose = (chosen: string): void => {
      setProblem("");
      setSecret(chosen);
    };
    return (
      <Screen key="choose" title={title} onBack={() => setOthers(null)}>
        <Choose lead={lead} care={care} onChosen={choose} />
      </Screen>
    );
  }
  const make = async (): Promise<void> => {
    setBusy(true);
    const outcome = await create(fitSecret(cover, secret), others).catch(
      () => "refused" as const,
    );
    setBusy(false);
    if (outcome === "saved") onDone();
    else setProblem(explain(outcome));
  };
  return (
    <Screen key="again" title={t("Once more")} onBack={() => setSecret("")}>
      <Again
        secret={secret}
        isBusy={isBusy}
        problem={problem}
        done={cover === "list" ? t("Use these words") : t("Use this sum")}
        onSame={() => void make()}
      />
    </Screen>
  );
}
