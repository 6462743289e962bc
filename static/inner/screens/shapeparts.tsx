/** Parts of the screen that changes a page: when it helps, and a new part of one's own. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { chaptersSet } from "../model/arranging.ts";
import type { Chapter } from "../model/content.ts";
import type { OwnKind } from "../model/frame.ts";
import { useDocument } from "../model/store.ts";
import type { ShownSection } from "../model/whole.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { t } from "../words.ts";

/** The chapters of a page of one's own. */
export function Helps({ section }: { readonly section: ShownSection }): JSX.Element {
  const { change } = useDocument();
  const { id, chapters } = section;
  const all: readonly [Chapter, string][] = [
    ["now", t("Now")],
    ["leave", t("Going")],
    ["after", t("Later")],
  ];
  const toggled = (chapter: Chapter): readonly Chapter[] =>
    all
      .map(([each]) => each)
      .filter((each) => (each === chapter) !== chapters.includes(each));
  return (
    <div class="choice">
      <p class="label" id="helps" aria-hidden="true">
        {t("When it helps")}
      </p>
      <div class="chips" role="group" aria-labelledby="helps">
        {all.map(([chapter, name]) => (
          <button
            key={chapter}
            type="button"
            class="chip"
            aria-pressed={chapters.includes(chapter)}
            onClick={() => change(chaptersSet(id, toggled(chapter)))}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A button that asks which kind, then tells. */
export function AddPrompt(props: {
  readonly onKind: (kind: OwnKind) => void;
}): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const kinds: readonly [OwnKind, string, string][] = [
    ["text", t("Words"), t("A few lines, as long as you like")],
    ["list", t("A list"), t("One thing a line")],
    ["have", t("Things"), t("Have it or need it, and where")],
    ["date", t("A day"), ""],
    ["yesno", t("Yes or no"), ""],
  ];
  return (
    <>
      <Button kind="plain" icon="plus" onPress={() => setAsking(true)}>
        {t("Add something of my own")}
      </Button>
      {isAsking && (
        <Sheet title={t("What will it be?")} onClose={() => setAsking(false)}>
          <Rows>
            {kinds.map(([kind, title, detail]) => (
              <Row
                key={kind}
                title={title}
                detail={detail}
                onPress={() => {
                  setAsking(false);
                  props.onKind(kind);
                }}
              />
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  );
}
