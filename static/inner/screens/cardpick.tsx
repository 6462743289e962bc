/** Picking lines for the card from everything the person wrote. */

import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { isFull, picked } from "../model/card.ts";
import { makeId } from "../model/document.ts";
import { around, found, ready } from "../model/find.ts";
import { MAX_CARD_LINES } from "../model/frame.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import type { Written } from "../model/written.ts";
import { wordsOf } from "../shared/marking.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icons.tsx";
import { Marked } from "../ui/marked.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWritten } from "../ui/useplan.ts";
import { number, t } from "../words.ts";
import { whereOf } from "./search.tsx";

const MOST_LETTERS = 100;
const MOST_ROWS = 30;

/** The screen: touch a line to put it on the card, again to take it off. */
export function CardPick(): JSX.Element {
  const { document, change } = useDocument();
  const { back } = useRoute();
  const [query, setQuery] = useState("");
  const [most, setMost] = useState(MOST_ROWS);
  const all = useWritten();
  const lines = useMemo(() => all.filter(({ isName }) => !isName), [all]);
  const index = useMemo(() => ready(lines), [lines]);
  const words = wordsOf(query);
  const shown = words.length === 0 ? lines : found(index, query);
  const { card } = document.plan;
  const on = new Set(card.map(({ from }) => from));
  return (
    <Screen title={t("Pick lines")} onBack={back}>
      {lines.length === 0 && (
        <p class="lead">{t("There is nothing to pick yet. Write in your plan first.")}</p>
      )}
      {lines.length > 0 && (
        <Field
          label={t("Find something")}
          value={query}
          most={MOST_LETTERS}
          isVerbatim
          onInput={setQuery}
        />
      )}
      <p class="hint" role="status">
        {isFull(card)
          ? t("Eight lines: the card is full.")
          : t("On the card: {count} of {most}", {
              count: number(card.length),
              most: number(MAX_CARD_LINES),
            })}
      </p>
      <ul class="picks">
        {shown.slice(0, most).map((line) => (
          <li key={line.ref}>
            <Pick
              line={line}
              words={words}
              isOn={on.has(line.ref)}
              isOff={isFull(card)}
              onPress={() => change(picked(line, makeId()))}
            />
          </li>
        ))}
      </ul>
      {shown.length > most && (
        <Button kind="quiet" onPress={() => setMost(most + MOST_ROWS)}>
          {t("Show more")}
        </Button>
      )}
      <Button icon="tick" onPress={back}>
        {t("Done")}
      </Button>
    </Screen>
  );
}

function Pick(props: {
  readonly line: Written;
  readonly words: readonly string[];
  readonly isOn: boolean;
  /** There is no room for one more. */
  readonly isOff: boolean;
  readonly onPress: () => void;
}): JSX.Element {
  const { line, words, isOn, isOff, onPress } = props;
  const isShut = isOff && !isOn;
  return (
    <button
      type="button"
      class="matter pick"
      aria-pressed={isOn}
      aria-disabled={isShut}
      onClick={() => (isShut ? undefined : onPress())}
    >
      <span class="place">{isOn && <Icon name="tick" />}</span>
      <span class="row-words">
        <span dir="auto">
          <Marked text={around(line.text, words)} words={words} />
        </span>
        <span class="row-detail">{whereOf(line)}</span>
      </span>
    </button>
  );
}
