/** Talk to myself: kind sentences one at a time, large; own ones first, starters after them. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Tool } from "../model/content.ts";
import { makeId } from "../model/document.ts";
import { Entries } from "../prompts/entries.tsx";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";
import { useCalm } from "./kept.ts";

/** The cards, and under them the list of own sentences. */
export function Talk({ tool }: { readonly tool: Tool }): JSX.Element {
  const { calm, put } = useCalm();
  const [at, setAt] = useState(0);
  const own = calm.sentences.map(({ text }) => text.trim()).filter(Boolean);
  const offered = tool.starters.filter((starter) => !own.includes(starter));
  const all = [...own, ...offered];
  const here = at % Math.max(all.length, 1);
  const text = all[here] ?? "";
  const keep = (): void => {
    put(({ sentences }) => ({ sentences: [...sentences, { id: makeId(), text }] }));
    setAt(own.length);
  };
  return (
    <section class="step">
      <p class="panel sentence" aria-live="polite">
        <span key={text}>{text}</span>
      </p>
      {here >= own.length && text !== "" && (
        <div class="keep">
          <Button kind="plain" icon="heart" onPress={keep}>
            {t("Keep this one")}
          </Button>
        </div>
      )}
      <details class="part">
        <summary>{t("My own sentences")}</summary>
        <div class="part-body">
          <Entries
            label={t("My own sentences")}
            items={calm.sentences}
            onEdit={(edit) => put(({ sentences }) => ({ sentences: edit(sentences) }))}
            make={(item) => item}
            starters={[]}
          />
        </div>
      </details>
      <Button onPress={() => setAt(here + 1)}>{t("Next one")}</Button>
    </section>
  );
}
