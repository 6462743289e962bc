/** How full the phone is, where the browser tells; asked only while this stands on the screen. */

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { portion, t } from "../words.ts";

/** What browsers that tell give (the Battery Status API, which TypeScript does not list). */
interface BatteryManager extends EventTarget {
  /** From 0 to 1. */
  readonly level: number;
  readonly charging: boolean;
}

interface Telling {
  readonly getBattery: () => Promise<BatteryManager>;
}

const CHANGES = ["levelchange", "chargingchange"] as const;
/** Below this it is kind to speak of a charger. */
const LOW = 0.25;

/** A line about the battery; nothing where the browser keeps it to itself. */
export function Battery(): JSX.Element | null {
  const [now, setNow] = useState<Pick<BatteryManager, "level" | "charging"> | null>(null);
  useEffect(() => {
    let stop = (): void => undefined;
    let isGone = false;
    const read = (battery: BatteryManager): void => {
      if (isGone) return;
      const tell = (): void =>
        setNow({ level: battery.level, charging: battery.charging });
      tell();
      for (const name of CHANGES) battery.addEventListener(name, tell);
      stop = () => {
        for (const name of CHANGES) battery.removeEventListener(name, tell);
      };
    };
    if (tells(navigator)) navigator.getBattery().then(read, () => undefined);
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  if (now === null) return null;
  const level = portion(now.level);
  return (
    <p class="battery">
      {now.charging
        ? t("Battery now: {level}, charging.", { level })
        : t("Battery now: {level}.", { level })}
      {!now.charging && now.level < LOW && ` ${t("Charge it when you can.")}`}
    </p>
  );
}

function tells(place: Navigator): place is Navigator & Telling {
  return "getBattery" in place;
}
