/** A reminder once a week, around the time of day at which it was turned on. */

import type { Reminders, Rule } from "../../base/host.ts";
import type { Translate } from "../../base/words.ts";
import type { Toast } from "./toast.ts";

const isOk = (outcome: unknown): boolean => typeof outcome !== "string";

/** Offer to turn it on or, whoever turned it on, off. */
export async function offerReminder(
  reminders: Reminders,
  toast: Toast,
  t: Translate,
): Promise<void> {
  const offer = (text: string, label: string, run: () => Promise<void>): void =>
    toast.show(text, { label, run: () => void run(), lapse: () => undefined });
  const sayWhether = (isDone: boolean, done: string): void =>
    toast.show(isDone ? done : t("That did not work here"));
  const on = t("Reminders are on");
  const off = t("Reminders are off");

  if ((await reminders.stand()).endpoint !== "") {
    offer(on, t("Turn off"), async () => sayWhether(await reminders.stop(""), off));
    return;
  }
  if (isOk(await reminders.check()))
    offer(t("A reminder once a week?"), t("Turn on"), async () => {
      const line = t("Anything to add to your list?");
      sayWhether(isOk(await reminders.start(weekly(new Date()), line, null)), on);
    });
  else sayWhether(false, "");
}

/** Every week on this day, within this hour. */
export function weekly(now: Date): Rule {
  const hour = String(now.getHours()).padStart(2, "0");
  return {
    days: [now.getDay() || 7],
    ...{ from: `${hour}:00`, to: `${hour}:59` },
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    every: { count: 1, unit: "week" },
  };
}
