/** A reminder that is on: what it does, off in one touch, on for longer. */

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Hindrance } from "../../cover/base/host.ts";
import { useInside } from "../model/inside.ts";
import { platformOf } from "../model/platform.ts";
import { restDays, restsOn } from "../model/reminder.ts";
import { Button } from "../ui/button.tsx";
import { Glance } from "../ui/glance.tsx";
import { Icon } from "../ui/icons.tsx";
import { Screen } from "../ui/screen.tsx";
import { day, t } from "../words.ts";
import type { RemindPage } from "./remind.tsx";
import { startReminder, today } from "./remindstart.ts";
import { hindranceWords, lineOf, whenWords } from "./remindwords.ts";

type Progress = "none" | "busy" | "kept" | "not off" | Hindrance;

/** The page; it looks on the phone whether it is still on, and asks the network for nothing. */
export function RemindOn(props: RemindPage): JSX.Element {
  const { reminders, reminder, put, onBack, onNext } = props;
  const { started, renewedOn } = reminder;
  const [isLost, setLost] = useState(false);
  const [progress, setProgress] = useState<Progress>("none");
  useEffect(() => {
    void reminders.stand().then(({ endpoint, hindrance }) => {
      setLost(hindrance !== null || endpoint !== started?.endpoint);
    });
  }, [started]);
  const keep = async (): Promise<void> => {
    setProgress("busy");
    setProgress((await startReminder(props)) ?? "kept");
  };
  const stop = async (): Promise<void> => {
    setProgress("busy");
    const isOff = await reminders.stop(started?.id ?? "");
    if (isOff) put({ started: null });
    else setProgress("not off");
  };
  return (
    <Screen title={t("Remind me")} onBack={onBack}>
      {!isLost && (
        <p class="praise">
          <Icon name="tick" />
          <span>{t("It is on.")}</span>
        </p>
      )}
      <div role="status">
        {isLost && (
          <p class="note">
            {t(
              "It seems to be off on this phone. Someone may have turned it off in the menu, or the browser did.",
            )}
          </p>
        )}
        <Told progress={progress} />
      </div>
      <Glance line={lineOf(reminder)} />
      <p>{whenWords(reminder)}</p>
      {!isLost && (
        <p class="hint">
          {t(
            "It stops by itself on {day}, unless you touch the line or keep it on here.",
            {
              day: day(restsOn(reminder)),
            },
          )}
        </p>
      )}
      {isLost && (
        <Button isBusy={progress === "busy"} onPress={() => void keep()}>
          {t("Turn it on again")}
        </Button>
      )}
      <Button
        kind={isLost ? "plain" : "main"}
        isBusy={progress === "busy"}
        onPress={() => void stop()}
      >
        {t("Turn it off")}
      </Button>
      {!isLost && renewedOn !== today() && (
        <Button kind="plain" icon="again" onPress={() => void keep()}>
          {t("Keep it on for {days} more days", { days: restDays(reminder) })}
        </Button>
      )}
      <Button kind="plain" onPress={onNext}>
        {t("Change days or words")}
      </Button>
    </Screen>
  );
}

/** What became of the last touch. */
function Told({ progress }: { readonly progress: Progress }): JSX.Element | null {
  const { host } = useInside();
  switch (progress) {
    case "none":
    case "kept":
      return null;
    case "busy":
      return <p class="hint">{t("One moment…")}</p>;
    case "not off":
      return (
        <p class="note">
          {t("It could not be turned off for sure. Please try again with internet.")}
        </p>
      );
    default:
      return (
        <p class="note">
          {hindranceWords(progress, host, platformOf(navigator) === "ios")}
        </p>
      );
  }
}
