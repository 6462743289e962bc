/** What can be done with a page as a whole, at its end. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { sectionAway, sectionSet } from "../model/arranging.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import type { ShownSection } from "../model/whole.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { PrintOut } from "../ui/printout.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { useUndo } from "../ui/undo.tsx";
import { useWritten } from "../ui/useplan.ts";
import { day, t } from "../words.ts";
import { LookAgain } from "./lookagain.tsx";

/** Look again, change, put away; for the next steps, print them for a talk with somebody. */
export function SectionTools({
  section,
}: {
  readonly section: ShownSection;
}): JSX.Element {
  const { change } = useDocument();
  const { go, back } = useRoute();
  const offerUndo = useUndo();
  const [isAsking, setAsking] = useState(false);
  const { id, again, isAway } = section;
  const putAway = (): void => {
    change(sectionAway(id, !isAway));
    if (!isAway) back();
    offerUndo(isAway ? t("It is back.") : t("Put away."), () =>
      change(sectionAway(id, isAway)),
    );
  };
  return (
    <div class="page-tools">
      <Rows>
        <Row
          icon="again"
          title={t("Look at this again")}
          detail={again === "" ? t("Some other day") : day(again)}
          onPress={() => setAsking(true)}
        />
        <Row
          icon="pen"
          title={t("Change this page")}
          detail={t("Names, order, something of my own")}
          onPress={() => go({ name: "shape", id })}
        />
      </Rows>
      {id === "next" && <PrintPage id={id} />}
      <Button kind="quiet" onPress={putAway}>
        {isAway ? t("Put this back in my plan") : t("Not now: put this page away")}
      </Button>
      {isAsking && (
        <Sheet title={section.name} onClose={() => setAsking(false)}>
          <LookAgain
            again={again}
            onAgain={(next) => change(sectionSet(id, (now) => ({ ...now, again: next })))}
          />
          <Button icon="tick" onPress={() => setAsking(false)}>
            {t("Done")}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

/** Prints what was written on a page. Listing that costs time, so no other page does it. */
function PrintPage({ id }: { readonly id: string }): JSX.Element {
  const lines = useWritten()
    .filter(({ to, isName }) => !isName && to.name === "section" && to.id === id)
    .map(({ ref, prompt, text }) => ({ id: ref, text: `${prompt}: ${text}` }));
  return <PrintOut lines={lines} />;
}
