/** The order of the plan: drag the pages, put them away, or add one. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  arranged,
  hasRoom,
  promptAdded,
  sectionAdded,
  sectionAway,
} from "../model/arranging.ts";
import { makeId } from "../model/document.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { placed } from "../model/whole.ts";
import { type Arrangeable, Arranger } from "../ui/arranger.tsx";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { useUndo } from "../ui/undo.tsx";
import { usePlan } from "../ui/useplan.ts";
import { number, t } from "../words.ts";

/** The screen. */
export function Arrange(): JSX.Element {
  const { document, change } = useDocument();
  const { go, back } = useRoute();
  const offerUndo = useUndo();
  const plan = usePlan();
  const [open, setOpen] = useState("");
  const shown = plan.filter(({ isAway }) => !isAway);
  const setOrder = (order: readonly string[], text: string): void => {
    const { order: before } = document.plan;
    change(arranged((now) => ({ ...now, order })));
    offerUndo(text, () => change(arranged((now) => ({ ...now, order: before }))));
  };
  const place = (id: string, to: number): void =>
    setOrder(
      placed(
        plan.map((each) => each.id),
        shown.map((each) => each.id),
        id,
        to,
      ),
      movedTo(to, shown.length),
    );
  const putAway = ({ id }: Arrangeable): void => {
    setOpen("");
    change(sectionAway(id, true));
    offerUndo(t("Put away."), () => change(sectionAway(id, false)));
  };
  return (
    <Screen title={t("Change my plan")} onBack={back}>
      <p class="lead">
        {t("Drag a page to where you want it. Touch its name for more.")}
      </p>
      <Arranger
        rows={shown}
        open={open}
        onOpen={setOpen}
        onPlace={place}
        tools={(row) => (
          <>
            <Button
              kind="plain"
              icon="pen"
              onPress={() => go({ name: "shape", id: row.id })}
            >
              {t("Change this page")}
            </Button>
            <Button kind="plain" onPress={() => putAway(row)}>
              {t("Not now: put this away")}
            </Button>
          </>
        )}
      />
      <AddPage />
      {document.plan.order.length > 0 && (
        <Button
          kind="quiet"
          icon="again"
          onPress={() => setOrder([], t("The usual order is back."))}
        >
          {t("Back to the usual order")}
        </Button>
      )}
    </Screen>
  );
}

/** What is said after a move. */
export function movedTo(to: number, count: number): string {
  return t("Now at place {place} of {count}.", {
    place: number(to + 1),
    count: number(count),
  });
}

/** A button that makes a page of one's own and opens it. */
export function AddPage(): JSX.Element {
  const { document, change } = useDocument();
  const { go } = useRoute();
  if (!hasRoom(document)) return <p class="hint">{t("No room for more pages.")}</p>;
  const add = (): void => {
    const id = makeId();
    change(sectionAdded(id, ["now", "leave", "after"]));
    // A page with nothing to fill in would be a riddle.
    change(promptAdded(id, makeId(), "text"));
    go({ name: "shape", id });
  };
  return (
    <Button kind="plain" icon="plus" onPress={add}>
      {t("Add a page of my own")}
    </Button>
  );
}
