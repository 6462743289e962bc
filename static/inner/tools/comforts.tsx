/** How tools are felt and heard: both off until the person wants them. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button, Rows, Switch } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { t } from "../words.ts";
import { canHum, hum } from "./feel.ts";
import { useCalm } from "./kept.ts";
import { useVoice } from "./read.ts";

/** The two switches, as far as this phone can do it. */
export function Comforts(): JSX.Element | null {
  const voice = useVoice();
  if (!canHum() && voice === null) return null;
  return (
    <Rows>
      {canHum() && <FeelSwitch />}
      {voice !== null && <ReadSwitch />}
    </Rows>
  );
}

/** Whether the phone hums along with whatever has a rhythm. */
export function FeelSwitch(): JSX.Element {
  const { calm, put } = useCalm();
  return (
    <Switch
      label={t("Feel it")}
      hint={t("The phone hums softly in the rhythm. Someone near may hear it.")}
      isOn={calm.isFelt}
      onChange={(isFelt) => {
        if (isFelt) hum();
        put(() => ({ isFelt }));
      }}
    />
  );
}

function ReadSwitch(): JSX.Element {
  const { calm, put } = useCalm();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Switch
        label={t("Read aloud")}
        hint={t("A voice of this phone reads the steps.")}
        isOn={calm.isRead}
        onChange={(isOn) => (isOn ? setAsked(true) : put(() => ({ isRead: false })))}
      />
      {isAsked && (
        <Sheet title={t("Before you turn it on")} onClose={() => setAsked(false)}>
          <p>{t("Others may hear it. Use headphones, or turn it down first.")}</p>
          <p>
            {t(
              "The phone's own voice gets the words of the steps. It never gets words that you wrote.",
            )}
          </p>
          <Button
            onPress={() => {
              setAsked(false);
              put(() => ({ isRead: true }));
            }}
          >
            {t("Read to me")}
          </Button>
          <Button kind="plain" onPress={() => setAsked(false)}>
            {t("Not now")}
          </Button>
        </Sheet>
      )}
    </>
  );
}
