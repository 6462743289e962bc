/** How the app closes: by itself, by a turn or a shake, and where a browser tab goes on to. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LeaveChoices } from "../../cover/base/host.ts";
import { useInside } from "../model/inside.ts";
import { useRoute } from "../model/route.ts";
import { readSite } from "../model/site.ts";
import { useDocument } from "../model/store.ts";
import { Switch, Rows } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

const IDLE_SECONDS = ["30", "60", "180", "300", "600", "0"] as const;

/** The screen; every change counts from the moment it is made. */
export function Leaving(): JSX.Element {
  const { host } = useInside();
  const { document, change } = useDocument();
  const { back } = useRoute();
  const { leaving } = document.settings;
  const put = (part: Partial<LeaveChoices>): void => {
    const next = { ...leaving, ...part };
    change((doc) => ({ ...doc, settings: { ...doc.settings, leaving: next } }));
    host.setLeaving(next);
  };
  const putMotion = async (part: Partial<LeaveChoices>): Promise<void> => {
    if (Object.values(part).includes(true)) await askForMotion();
    put(part);
  };
  return (
    <Screen title={t("Closing")} onBack={back}>
      <p class="lead">{t("Close, in the corner, always works. These work too.")}</p>
      <Choice
        label={t("Closes by itself when I touch nothing for")}
        options={IDLE_SECONDS.map((value) => ({ value, name: idleName(value) }))}
        value={IDLE_SECONDS.find((each) => Number(each) === leaving.idleSeconds) ?? "180"}
        onChange={(value) => put({ idleSeconds: Number(value) })}
      />
      <Rows>
        <Switch
          label={t("When I lay the phone face down")}
          isOn={leaving.onFaceDown}
          onChange={(onFaceDown) => void putMotion({ onFaceDown })}
        />
        <Switch
          label={t("When I shake the phone")}
          hint={t("Try it out first. A bus ride can shake it too.")}
          isOn={leaving.onShake}
          onChange={(onShake) => void putMotion({ onShake })}
        />
      </Rows>
      {!host.isInstalled && (
        <ExitSite value={leaving.exitSite} onChange={(exitSite) => put({ exitSite })} />
      )}
    </Screen>
  );
}

function ExitSite(props: {
  readonly value: string;
  readonly onChange: (site: string) => void;
}): JSX.Element {
  const [typed, setTyped] = useState(props.value);
  const site = readSite(typed);
  return (
    <Field
      label={t("Then go on to this web page")}
      hint={t(
        "Such as the weather or the news. Leave it empty to go nowhere else. It works only with the internet, and shows in the list of pages.",
      )}
      value={typed}
      isVerbatim
      {...(site === null ? { problem: t("A web address looks like example.org.") } : {})}
      onInput={(value) => {
        setTyped(value);
        const next = readSite(value);
        if (next !== null) props.onChange(next);
      }}
    />
  );
}

function idleName(seconds: (typeof IDLE_SECONDS)[number]): string {
  switch (seconds) {
    case "30":
      return t("half a minute");
    case "60":
      return t("1 minute");
    case "180":
      return t("3 minutes");
    case "300":
      return t("5 minutes");
    case "600":
      return t("10 minutes");
    case "0":
      return t("never");
  }
}

/** iOS hands out motion only after this question, asked within a touch. */
async function askForMotion(): Promise<void> {
  const motion: unknown = Reflect.get(globalThis, "DeviceMotionEvent");
  if (typeof motion !== "function" || !("requestPermission" in motion)) return;
  const ask = motion.requestPermission;
  if (typeof ask === "function")
    await Promise.resolve(ask.call(motion)).catch(() => null);
}
