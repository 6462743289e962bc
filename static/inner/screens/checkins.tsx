/** Looking back: a simple picture of the last check-ins, and the same in words. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CheckIn } from "../model/checkin.ts";
import { inserted, without } from "../model/lines.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { useUndo } from "../ui/undo.tsx";
import { day, t } from "../words.ts";
import { CheckInPicture } from "./checkinpicture.tsx";
import { PrintDays } from "./checkinprint.tsx";
import { saidWords } from "./levels.ts";

/** How many stand on the screen at first, and how many more each time. */
const SHOWN = 30;

/** The screen; it opens only when the person asks for it. `at` is the check-in to show first. */
export function CheckIns({ at }: { readonly at: string | undefined }): JSX.Element {
  const { checkIns } = useDocument().document;
  const { back } = useRoute();
  const place = useRef<HTMLUListElement>(null);
  const sought = checkIns.findIndex(({ id }) => id === at);
  const [most, setMost] = useState(Math.max(SHOWN, sought + 1));
  useLayoutEffect(() => {
    const day = place.current?.children[sought];
    day?.scrollIntoView({ block: "center" });
    day?.querySelector("h2")?.focus({ preventScroll: true });
  }, []);
  return (
    <Screen title={t("Looking back")} onBack={back}>
      <p class="lead">
        {checkIns.length === 0
          ? t("Nothing here yet.")
          : t("Some days are hard. No one keeps score.")}
      </p>
      {checkIns.length > 1 && <CheckInPicture checkIns={checkIns.slice(0, SHOWN)} />}
      <ul class="days" ref={place}>
        {checkIns.slice(0, most).map((one) => (
          <Entry key={one.id} one={one} />
        ))}
      </ul>
      {checkIns.length > most && (
        <Button kind="plain" onPress={() => setMost(most + SHOWN)}>
          {t("Show older days")}
        </Button>
      )}
      <PrintDays checkIns={checkIns.slice(0, most)} />
    </Screen>
  );
}

function Entry({ one }: { readonly one: CheckIn }): JSX.Element {
  const { document, change } = useDocument();
  const offerUndo = useUndo();
  const remove = (): void => {
    const place = document.checkIns.indexOf(one);
    change((doc) => ({
      ...doc,
      checkIns: without(doc.checkIns, one.id),
    }));
    offerUndo(t("Taken out."), () =>
      change((doc) => ({
        ...doc,
        checkIns: inserted(doc.checkIns, one, place),
      })),
    );
  };
  const said = saidWords(one);
  return (
    <li class="day-said">
      <div class="row-words">
        <h2 tabIndex={-1}>{day(one.day)}</h2>
        {said && <p class="line">{said}</p>}
        {one.line && <p class="line">{one.line}</p>}
      </div>
      <IconButton
        icon="bin"
        label={t("Take out {name}", { name: day(one.day) })}
        about={said || one.line}
        onPress={remove}
      />
    </li>
  );
}
