/** What will show, what the browser will ask, what stays; then the reminder is turned on. */

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Hindrance } from "../../cover/base/host.ts";
import { coverName } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import { platformOf } from "../model/platform.ts";
import { restDays } from "../model/reminder.ts";
import { Button } from "../ui/button.tsx";
import { Glance } from "../ui/glance.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { Point } from "./limits.tsx";
import type { RemindPage } from "./remind.tsx";
import { startReminder } from "./remindstart.ts";
import { hindranceWords, lineOf, whenWords } from "./remindwords.ts";

type Progress = "looking" | "ready" | "busy" | Hindrance;

/** The page; the browser asks its question only after the button was touched. */
export function RemindAsk(props: RemindPage): JSX.Element {
  const { reminders, reminder, onBack, onNext } = props;
  const { host } = useInside();
  const [progress, setProgress] = useState<Progress>("looking");
  const [days, setDays] = useState(restDays(reminder));
  useEffect(() => {
    void reminders.ask().then((said) => {
      if (typeof said === "number") setDays(said);
      setProgress(typeof said === "number" ? "ready" : said);
    });
  }, []);
  const start = async (): Promise<void> => {
    setProgress("busy");
    const hindrance = await startReminder(props);
    if (hindrance === null) onNext();
    else setProgress(hindrance);
  };
  const hindrance = isHindrance(progress) ? progress : null;
  const isApple = platformOf(navigator) === "ios";
  return (
    <Screen title={t("How it looks")} onBack={onBack}>
      <Glance line={lineOf(reminder)} />
      <p>{whenWords(reminder)}</p>
      {reminder.started === null && <Question />}
      <Stays days={days} />
      <div role="status">
        {hindrance !== null && (
          <p class="note">{hindranceWords(hindrance, host, isApple)}</p>
        )}
      </div>
      {(hindrance === null || hindrance === "unasked" || hindrance === "unreached") && (
        <Button
          isBusy={progress === "looking" || progress === "busy"}
          onPress={() => void start()}
        >
          {progress === "busy" ? t("One moment…") : t("Turn it on")}
        </Button>
      )}
    </Screen>
  );
}

function isHindrance(progress: Progress): progress is Hindrance {
  return progress !== "looking" && progress !== "ready" && progress !== "busy";
}

/** What the browser asks, in the words it uses. */
function Question(): JSX.Element {
  const { host } = useInside();
  const name = host.isInstalled ? coverName(host.cover) : location.host;
  return (
    <>
      <h2>{t("First the browser asks")}</h2>
      <p>
        {t(
          "It asks if {name} may show notifications. Say yes. To anyone who looks, it is a list that reminds you of the shopping.",
          { name },
        )}
      </p>
    </>
  );
}

/** What to know before it is on. */
function Stays({ days }: { readonly days: number }): JSX.Element {
  const { host } = useInside();
  const name = coverName(host.cover);
  return (
    <>
      <h2>{t("Good to know")}</h2>
      <ul class="points">
        <Point>
          {t("Anyone near the phone can see the line. It may come with a sound.")}
        </Point>
        <Point>
          {t(
            "In the menu of “{name}” anyone can see that reminders are on. They can turn them off there.",
            { name },
          )}
        </Point>
        <Point>
          {t(
            "When it is off, the browser still knows that you said yes. The phone may keep old lines.",
          )}
        </Point>
        <Point>
          {t(
            "Our server keeps the times and a way to reach this browser. It does not get your name or the line.",
          )}
        </Point>
        <Point>
          {t(
            "It stops after {days} days, unless you touch the line or keep it on here.",
            { days },
          )}
        </Point>
      </ul>
    </>
  );
}
