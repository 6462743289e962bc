/** Remind me: a harmless line of the cover, at times that are safe. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Reminders } from "../../cover/base/host.ts";
import { useInside } from "../model/inside.ts";
import type { Reminder } from "../model/reminder.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { RemindAsk } from "./remindask.tsx";
import { RemindOn } from "./remindon.tsx";
import { RemindPick } from "./remindpick.tsx";

/** What the pages of a reminder share. */
export interface RemindPage {
  readonly reminders: Reminders;
  readonly reminder: Reminder;
  readonly put: (part: Partial<Reminder>) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The screen in Settings. */
export function RemindScreen(): JSX.Element {
  const { host } = useInside();
  const { document, change } = useDocument();
  const { back } = useRoute();
  const { reminders } = host;
  const { reminder } = document;
  const [step, setStep] = useState<"first" | "pick" | "ask">("first");
  if (reminders === null) return <NotHere onBack={back} />;
  const isOn = reminder.started !== null;
  const shared = {
    ...{ reminders, reminder },
    put: (part: Partial<Reminder>) =>
      change((doc) => ({ ...doc, reminder: { ...doc.reminder, ...part } })),
  };
  if (step === "ask") {
    return (
      <RemindAsk
        key="ask"
        {...shared}
        onBack={() => setStep("pick")}
        onNext={() => setStep("first")}
      />
    );
  }
  if (isOn && step === "first")
    return <RemindOn key="on" {...shared} onBack={back} onNext={() => setStep("pick")} />;
  return (
    <RemindPick
      key="pick"
      {...shared}
      onBack={isOn ? () => setStep("first") : back}
      onNext={() => setStep("ask")}
    />
  );
}

/** Where the cover is no list. */
function NotHere({ onBack }: { readonly onBack: () => void }): JSX.Element {
  return (
    <Screen title={t("Remind me")} onBack={onBack}>
      <p class="lead">
        {t("A calculator that sends notes would look odd. So it does not.")}
      </p>
      <p>{t("Reminders come only with “List”.")}</p>
    </Screen>
  );
}
