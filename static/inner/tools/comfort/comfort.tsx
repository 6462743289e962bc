/** My comfort box: words, songs, pictures and a voice that do good. */

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useInside } from "../../model/inside.ts";
import { Entries } from "../../prompts/entries.tsx";
import { t } from "../../words.ts";
import { useCalm } from "../kept.ts";
import { Photos } from "./photos.tsx";
import { VoiceNote } from "./voice.tsx";

/** Everything in the box; pictures that were taken out go when the screen does. */
export function Comfort(): JSX.Element {
  const { pieces } = useInside();
  const { calm, put } = useCalm();
  useEffect(() => () => void pieces.tidy(), [pieces]);
  return (
    <div class="comfort">
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
      <Photos />
      <VoiceNote />
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
    </div>
  );
}
