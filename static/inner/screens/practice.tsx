/** Practice leaving for real: close, see the cover, come back. */

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { coverName, wayIn } from "../model/cover.ts";
import type { Document } from "../model/document.ts";
import { useInside } from "../model/inside.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Icon } from "../ui/icons.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The screen in Settings. */
export function PracticeScreen(): JSX.Element {
  const { back } = useRoute();
  return (
    <Screen title={t("Practice closing")} onBack={back}>
      <Practice />
    </Screen>
  );
}

/** What to do; from here on the next opening counts as practice. */
export function Practice(): JSX.Element {
  const { host, store } = useInside();
  const { document, change } = useDocument();
  const name = coverName(host.cover);
  const canReturn = store.hasSpace && host.keeps !== "memory";
  useEffect(() => {
    if (!canReturn) return;
    change(practising(true));
    void store.flush();
    // Moving on to another screen ends the practice; leaving the app does not come by here.
    return () => change(practising(false));
  }, [canReturn, change, store]);
  if (!canReturn) {
    return <p class="note">{t("Nothing is kept yet, so coming back would not work.")}</p>;
  }
  const { practised } = document.firstRun;
  return (
    <>
      {practised > 0 && (
        <p class="praise">
          <Icon name="heart" />
          {practised === 1
            ? t("You left and came back. Once more, so that your hands know it?")
            : t("You left and came back. Your hands know it now.")}
        </p>
      )}
      <ol class="steps">
        <li>{t("Touch Close, in the bottom corner. Now, for real.")}</li>
        <li>{t("You see “{name}”. Nothing of this is left on the screen.", { name })}</li>
        <li>{wayIn(host.cover)}</li>
        <li>{t("You are back here, and all is as you left it.")}</li>
      </ol>
      <p class="hint">
        {t(
          "It also closes when you press Esc, touch Shift three times, or go to another app.",
        )}
      </p>
    </>
  );
}

/** An edit that begins or ends a practice. */
export function practising(isPractising: boolean): (document: Document) => Document {
  return (document) => ({
    ...document,
    firstRun: { ...document.firstRun, isPractising },
  });
}
