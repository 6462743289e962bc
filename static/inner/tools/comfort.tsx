/** My comfort box: lines and songs that do good. */

import type { JSX } from "preact";
import { Entries } from "../prompts/entries.tsx";
import { t } from "../words.ts";
import { useCalm } from "./kept.ts";

/** Everything in the box. */
export function Comfort(): JSX.Element {
  const { calm, put } = useCalm();
  return (
    <>
      <section class="prompt">
        <h2>{t("Words")}</h2>
        <p class="hint">{t("A line, a prayer, something someone said to you.")}</p>
        <Entries
          label={t("Words")}
          items={calm.lines}
          onEdit={(edit) => put(({ lines }) => ({ lines: edit(lines) }))}
          make={(item) => item}
          starters={[]}
        />
      </section>
      <section class="prompt">
        <h2>{t("Songs")}</h2>
        <p class="hint">{t("Just the names, to hum or to find later.")}</p>
        <Entries
          label={t("Songs")}
          items={calm.songs}
          onEdit={(edit) => put(({ songs }) => ({ songs: edit(songs) }))}
          make={(item) => item}
          starters={[]}
        />
      </section>
    </>
  );
}
