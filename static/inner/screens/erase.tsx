/** Removing everything for good: held for three seconds, or two touches where holding is hard. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { coverName } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, Rows, Switch } from "../ui/button.tsx";
import { Hold } from "../ui/hold.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The screen in Settings. */
export function Erase(): JSX.Element {
  const { host } = useInside();
  const { document } = useDocument();
  const { back } = useRoute();
  const { started } = document.reminder;
  const [isEverything, setEverything] = useState(false);
  const [cannotHold, setCannotHold] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const name = coverName(host.cover);
  const erase = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    // The phone ends it in any case; the server need not wait until a push fails.
    if (started !== null) void host.reminders?.stop(started.id);
    // When it worked, the host has left and nothing of this screen is there any more.
    setFailed(!(await host.erase(isEverything).catch(() => false)));
    setBusy(false);
  };
  return (
    <Screen title={t("Remove what I wrote")} onBack={back}>
      <p class="lead">
        {t(
          "This wipes all you wrote here, and every way into “{name}” on this phone. No one can bring it back.",
          { name },
        )}
      </p>
      {started !== null && <p>{t("Your reminder ends too.")}</p>}
      <p>{t("Do you only want to leave fast? Then touch Close. That loses nothing.")}</p>
      <Rows>
        <Switch
          label={t("Take “{name}” and all in it off this phone too", { name })}
          hint={t(
            "This part needs the internet. The icon stays until you remove it by hand.",
          )}
          isOn={isEverything}
          onChange={setEverything}
        />
      </Rows>
      <div role="status">
        {hasFailed && (
          <p class="note">
            {t("The phone would not do it. All may still be here. Please try again.")}
          </p>
        )}
        {isBusy && <p class="hint">{t("One moment…")}</p>}
      </div>
      {cannotHold ? (
        <Button kind="grave" isBusy={isBusy} onPress={() => void erase()}>
          {t("Yes, remove it all now")}
        </Button>
      ) : (
        <>
          <Hold label={t("Hold for 3 seconds to remove")} onHeld={() => void erase()} />
          <Button kind="quiet" onPress={() => setCannotHold(true)}>
            {t("I cannot hold a button")}
          </Button>
        </>
      )}
      <p class="hint">
        {t(
          "It cannot remove copies that someone made before, or the browser's own list of pages.",
        )}
      </p>
    </Screen>
  );
}
