/** Sounds: nothing is heard until one is touched; it is silent the moment the person leaves. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { LOUDNESSES } from "../model/calm.ts";
import { useDocument } from "../model/store.ts";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";
import { useHush } from "./hush.ts";
import { useCalm } from "./kept.ts";
import { Player, type SoundName, SOUNDS } from "./sound.ts";

/** The three sounds and how loud they are. */
export function Sounds(): JSX.Element {
  const { calm, put } = useCalm();
  const { document } = useDocument();
  const [player] = useState(() => new Player(() => new AudioContext()));
  const [playing, setPlaying] = useState<SoundName | null>(null);
  useHush(() => player.stop());
  const loudnessAt = (place: number): number => LOUDNESSES[place] ?? 0.3;
  const press = (name: SoundName): void => {
    if (name === playing) player.stop();
    else player.play(name, loudnessAt(calm.loudness));
    setPlaying(name === playing ? null : name);
  };
  const louder = (by: 1 | -1): void => {
    const loudness = calm.loudness + by;
    player.setLoudness(loudnessAt(loudness));
    put(() => ({ loudness }));
  };
  return (
    <>
      <p class="lead">{t("Others near you can hear it. Headphones help.")}</p>
      <div class="sounds">
        {SOUNDS.map((name) => (
          <button
            key={name}
            type="button"
            class="sound"
            aria-pressed={name === playing}
            onClick={() => press(name)}
          >
            <span class="bars" aria-hidden="true">
              {[1, 2, 3, 4, 5].map((bar) => (
                <i key={bar} />
              ))}
            </span>
            <span>{nameOf(name)}</span>
          </button>
        ))}
      </div>
      <div class="paces">
        <Button kind="plain" isBusy={calm.loudness === 0} onPress={() => louder(-1)}>
          {t("Softer")}
        </Button>
        <Button
          kind="plain"
          isBusy={calm.loudness === LOUDNESSES.length - 1}
          onPress={() => louder(1)}
        >
          {t("Louder")}
        </Button>
      </div>
      <p class="loudness" role="status">
        <span class="quiet">
          {t("Loudness {place} of {most}", {
            place: calm.loudness + 1,
            most: LOUDNESSES.length,
          })}
        </span>
        {LOUDNESSES.map((each, place) => (
          <span
            key={each}
            aria-hidden="true"
            class={place <= calm.loudness ? "beat on" : "beat"}
          />
        ))}
      </p>
      {document.settings.leaving.idleSeconds > 0 && (
        <p class="hint">
          {t(
            "With no touch for a while, the app still closes and goes silent. You can change the time in Settings.",
          )}
        </p>
      )}
    </>
  );
}

function nameOf(name: SoundName): string {
  switch (name) {
    case "rain":
      return t("Rain");
    case "waves":
      return t("Waves");
    case "hum":
      return t("Low hum");
  }
}
