/** My plan: the pages in the person's order, and what was put away at the end. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isBegun } from "../model/answers.ts";
import type { Chapter } from "../model/content.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import type { ShownSection } from "../model/whole.ts";
import { Row, Rows } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Screen } from "../ui/screen.tsx";
import { usePlan } from "../ui/useplan.ts";
import { t } from "../words.ts";
import { AddPage } from "./arrange.tsx";
import { DueRows } from "./lookagain.tsx";

/** The list of sections; `from` is the one that the person comes back from. */
export function Plan(props: {
  readonly chapter: Chapter | undefined;
  readonly from: string | undefined;
}): JSX.Element {
  const { chapter, from } = props;
  const { go, replace, back } = useRoute();
  const place = useRef<HTMLDivElement>(null);
  const plan = usePlan();
  const all = plan.filter(
    ({ chapters }) => chapter === undefined || chapters.includes(chapter),
  );
  const away = all.filter(({ isAway }) => isAway);
  const open = (id: string): void => {
    // The way back leads to the same filter and the same row.
    replace({ name: "plan", ...(chapter === undefined ? {} : { chapter }), from: id });
    go({ name: "section", id });
  };
  useLayoutEffect(() => {
    if (from === undefined) return;
    const row = place.current?.querySelector<HTMLElement>(
      `[data-section="${from}"] .row`,
    );
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, []);
  return (
    <Screen title={t("My plan")} onBack={back}>
      <p class="lead">{t("Fill in what you like. Leave out the rest.")}</p>
      <Rows>
        <Row
          icon="find"
          title={t("Find something")}
          onPress={() => go({ name: "search", query: "" })}
        />
        <Row
          icon="card"
          title={t("My card")}
          detail={t("A few lines to carry with me")}
          onPress={() => go({ name: "card" })}
        />
      </Rows>
      <DueRows most={5} />
      <Choice
        label={t("Show")}
        options={[
          { value: "all", name: t("All") },
          { value: "now", name: t("Now") },
          { value: "leave", name: t("Going") },
          { value: "after", name: t("Later") },
        ]}
        value={chapter ?? "all"}
        onChange={(next) =>
          replace({ name: "plan", ...(next === "all" ? {} : { chapter: next }) })
        }
      />
      <div ref={place} class="sections">
        <SectionRows sections={all.filter(({ isAway }) => !isAway)} onOpen={open} />
        {away.length > 0 && (
          <details class="part" open={away.some(({ id }) => id === from)}>
            <summary>{t("Not now")}</summary>
            <div class="part-body">
              <SectionRows sections={away} onOpen={open} />
            </div>
          </details>
        )}
      </div>
      <AddPage />
      <Rows>
        <Row
          icon="pen"
          title={t("Change my plan")}
          detail={t("Order, names, what to put away")}
          onPress={() => go({ name: "arrange" })}
        />
        <Row
          icon="star"
          title={t("What matters to me first")}
          onPress={() => go({ name: "matters" })}
        />
      </Rows>
    </Screen>
  );
}

function SectionRows(props: {
  readonly sections: readonly ShownSection[];
  readonly onOpen: (id: string) => void;
}): JSX.Element {
  const { document } = useDocument();
  if (props.sections.length === 0) {
    return <p class="hint">{t("Nothing here. Look under All.")}</p>;
  }
  return (
    <div class="rows">
      {props.sections.map((section) => (
        <div key={section.id} class="row-place" data-section={section.id}>
          <Row
            title={section.name}
            detail={isBegun(document, section) ? t("Begun") : ""}
            onPress={() => props.onOpen(section.id)}
          />
        </div>
      ))}
    </div>
  );
}
