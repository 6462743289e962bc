/** Search: everything the person wrote, as fast as they type; a result leads to its place. */

import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { wordsOf } from "../shared/marking.ts";
import { around, found, ready } from "../model/find.ts";
import { useRoute } from "../model/route.ts";
import type { Written } from "../model/written.ts";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icons.tsx";
import { Marked } from "../ui/marked.tsx";
import { Screen } from "../ui/screen.tsx";
import { useAllWritten } from "../ui/useplan.ts";
import { day, number, t } from "../words.ts";

const MOST_LETTERS = 100;
const MOST_ROWS = 20;

/** The screen; what is looked for stands in the trail, so that Back comes back to it. */
export function Search({ query }: { readonly query: string }): JSX.Element {
  const { go, replace, back } = useRoute();
  const place = useRef<HTMLDivElement>(null);
  const all = useAllWritten();
  const index = useMemo(() => ready(all), [all]);
  const hits = found(index, query);
  const words = wordsOf(query);
  useLayoutEffect(() => {
    if (query !== "") return;
    place.current?.querySelector<HTMLElement>("[role=textbox]")?.focus();
  }, []);
  return (
    <Screen title={t("Find something")} onBack={back}>
      <div ref={place} role="search">
        <Field
          label={t("A word or a part of it")}
          value={query}
          most={MOST_LETTERS}
          isVerbatim
          onInput={(text) => replace({ name: "search", query: text })}
        />
      </div>
      <p class="hint" role="status">
        {saidOf(words.length, hits.length)}
      </p>
      {hits.length > 0 && (
        <ul class="rows hits">
          {hits.slice(0, MOST_ROWS).map((hit) => (
            <li key={hit.ref}>
              <Hit hit={hit} words={words} onPress={() => go(hit.to)} />
            </li>
          ))}
        </ul>
      )}
      {hits.length > MOST_ROWS && <p class="hint">{t("Write more to see fewer.")}</p>}
    </Screen>
  );
}

function saidOf(words: number, count: number): string {
  if (words === 0) return t("This looks through all you wrote.");
  if (count === 0) return t("Nothing found. Try a part of the word.");
  return t("Found: {count}", { count: number(count) });
}

/** One text, where it stands, and the way there. */
export function Hit(props: {
  readonly hit: Written;
  readonly words: readonly string[];
  readonly onPress: () => void;
}): JSX.Element {
  const { hit, words, onPress } = props;
  return (
    <button type="button" class="row" onClick={onPress}>
      <span class="row-words">
        <span class="row-title" dir="auto">
          <Marked text={around(hit.text, words)} words={words} />
        </span>
        <span class="row-detail">{whereOf(hit)}</span>
      </span>
      <Icon name="next" />
    </button>
  );
}

/** Where a text stands, in words. */
export function whereOf({ place, prompt }: Written): string {
  return [place, day(prompt)].filter(Boolean).join(" · ");
}
