/** Breathing: a circle that grows and shrinks, or for reduced motion a row of beats. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { BreathKind, BreathPattern, Tool } from "../model/content.ts";
import { Rows } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { t } from "../words.ts";
import { PACES, USUAL_PACE } from "./breath.ts";
import { useBreath } from "./clock.ts";
import { FeelSwitch } from "./comforts.tsx";
import { canHum } from "./feel.ts";
import { useCalm } from "./kept.ts";
import { Paces } from "./paces.tsx";

/** The patterns of a breathing tool, with the person's own speed. */
export function Breathing({ tool }: { readonly tool: Tool }): JSX.Element | null {
  const [id, setId] = useState(tool.patterns[0]?.id ?? "");
  const [pace, setPace] = useState<number>(USUAL_PACE);
  const { isFelt } = useCalm().calm;
  const pattern = tool.patterns.find((each) => each.id === id);
  if (pattern === undefined) return null;
  return (
    <>
      <Breath key={id} pattern={pattern} pace={PACES[pace] ?? 1} isFelt={isFelt} />
      <Paces pace={pace} slowest={PACES.length - 1} onPace={setPace} />
      <div class="ways">
        {" "}
        <Choice
          label={t("Way to breathe")}
          hint={pattern.about}
          options={tool.patterns.map(({ id: value, name }) => ({ value, name }))}
          value={id}
          onChange={setId}
        />
      </div>{" "}
      {canHum() && (
        <Rows>
          <FeelSwitch />
        </Rows>
      )}
      <p class="hint">{tool.care}</p>
    </>
  );
}

function Breath(props: {
  readonly pattern: BreathPattern;
  readonly pace: number;
  readonly isFelt: boolean;
}): JSX.Element {
  const { circle, kind, beat, beats } = useBreath(
    props.pattern,
    props.pace,
    props.isFelt,
  );
  return (
    <div class="breath">
      <div class="breath-circle" ref={circle} aria-hidden="true" />
      <p class="breath-word" aria-live="polite">
        {breathWord(kind)}
      </p>
      <p class="beats" aria-hidden="true">
        {Array.from({ length: beats }, (_, at) => (
          <span key={at} class={at < beat ? "beat on" : "beat"} />
        ))}
      </p>
    </div>
  );
}

function breathWord(kind: BreathKind): string {
  switch (kind) {
    case "in":
      return t("Breathe in");
    case "hold":
    case "rest":
      return t("Pause, if you like");
    case "out":
      return t("Breathe out");
  }
}
