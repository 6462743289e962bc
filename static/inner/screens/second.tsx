/** The second way in: it opens a plain notebook instead of this, and may wipe this as it does. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CreateOutcome } from "../../cover/base/host.ts";
import { useInside } from "../model/inside.ts";
import { outcomeWords } from "../model/outcome.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { Another } from "./another.tsx";
import { About, Ready, Wipes } from "./secondpages.tsx";
import { TakeAway, useThere } from "./there.tsx";

/** The screen in Settings. */
export function Second(): JSX.Element {
  const { host } = useInside();
  const { document } = useDocument();
  const { back } = useRoute();
  const [isThere, setThere] = useThere(() => host.hasSecond());
  const [step, setStep] = useState<"about" | "wipes" | "make" | "done">("about");
  const [alsoErases, setErases] = useState(false);
  switch (step) {
    case "about":
      return (
        <Screen key="about" title={t("A second way in")} onBack={back}>
          <About cover={host.cover} />
          {isThere !== null && (
            <Button kind={isThere ? "plain" : "main"} onPress={() => setStep("wipes")}>
              {isThere ? t("Make a new one instead") : t("Make one")}
            </Button>
          )}
          {isThere === true && (
            <TakeAway
              warning={t("The notes in it go too.")}
              remove={() => host.removeSecond()}
              onGone={() => setThere(false)}
            />
          )}
          <p class="hint" role="status">
            {isThere !== null &&
              (isThere
                ? t(
                    "You have one. A new one starts with a new notebook; the old notes go.",
                  )
                : t("You have none now. Making one needs the internet once."))}
          </p>
        </Screen>
      );
    case "wipes":
      return (
        <Screen key="wipes" title={t("When it opens")} onBack={() => setStep("about")}>
          <Wipes isOn={alsoErases} onChange={setErases} />
          <Button onPress={() => setStep("make")}>{t("Go on")}</Button>
        </Screen>
      );
    case "make":
      return (
        <Another
          title={t("A second way in")}
          lead={
            host.cover === "list"
              ? t(
                  "These five words open the notebook. In the list they look like shopping.",
                )
              : t(
                  "This sum opens the notebook. On the calculator it looks like any other.",
                )
          }
          care={t("Do not take your first way in, or one that is much like it.")}
          create={(secret, others) =>
            host.createSecond(secret, document.kit?.notes ?? "", alsoErases, others)
          }
          explain={explain}
          onDone={() => setStep("done")}
          onBack={() => setStep("wipes")}
        />
      );
    case "done":
      return (
        <Screen key="done" title={t("It is ready")} onBack={back}>
          <Ready cover={host.cover} alsoErases={alsoErases} />
          <Button onPress={back}>{t("Good")}</Button>
        </Screen>
      );
  }
}

function explain(outcome: Exclude<CreateOutcome, "saved">): string {
  return outcome === "refused"
    ? t(
        "The notebook could not be fetched or kept. Is there internet? Touch Close, come back and try again. Nothing was changed.",
      )
    : outcomeWords(outcome);
}
