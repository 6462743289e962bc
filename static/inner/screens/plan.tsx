/** My plan: the sections, what matters first on top, and what was put away at the end. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { priorities, sections } from "content";
import { isBegun, ordered } from "../model/answers.ts";
import type { Chapter, Section } from "../model/content.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

type Shown = Chapter | "all";

/** The list of sections. */
export function Plan(): JSX.Element {
  const { document } = useDocument();
  const { go, back } = useRoute();
  const [shown, setShown] = useState<Shown>("all");
  const all = ordered(
    sections,
    priorities,
    document.priorities,
    shown === "all" ? null : shown,
  );
  const { notNow } = document.settings;
  const away = all.filter(({ id }) => notNow.includes(id));
  return (
    <Screen title={t("My plan")} onBack={back}>
      <p class="lead">{t("Fill in what you like. Leave out the rest.")}</p>
      <Choice
        label={t("Show")}
        options={[
          { value: "all", name: t("All") },
          { value: "now", name: t("For now") },
          { value: "leave", name: t("For going") },
          { value: "after", name: t("For later") },
        ]}
        value={shown}
        onChange={setShown}
      />
      <SectionRows sections={all.filter(({ id }) => !notNow.includes(id))} />
      {away.length > 0 && (
        <details class="part">
          <summary>{t("Not now")}</summary>
          <div class="part-body">
            <SectionRows sections={away} />
          </div>
        </details>
      )}
      <Button kind="quiet" icon="star" onPress={() => go({ name: "matters" })}>
        {t("What matters to me first")}
      </Button>
    </Screen>
  );
}

function SectionRows(props: {
  readonly sections: readonly Section[];
}): JSX.Element | null {
  const { document } = useDocument();
  const { go } = useRoute();
  if (props.sections.length === 0) return null;
  return (
    <Rows>
      {props.sections.map((section) => (
        <Row
          key={section.id}
          title={section.name}
          detail={isBegun(document, section) ? t("Begun") : ""}
          onPress={() => go({ name: "section", id: section.id })}
        />
      ))}
    </Rows>
  );
}
