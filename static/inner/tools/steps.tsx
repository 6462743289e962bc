/** A tool of steps: the person taps onward, in their own time; every step can be skipped. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Tool, ToolStep } from "../model/content.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { t } from "../words.ts";
import { Before } from "./before.tsx";
import { useCalm } from "./kept.ts";
import { Paced } from "./paced.tsx";
import { useReadAloud } from "./read.ts";
import { Wave } from "./wave.tsx";

/** The steps one by one. */
export function Steps(props: {
  readonly tool: Tool;
  readonly onDone: () => void;
}): JSX.Element {
  const { tool, onDone } = props;
  const [at, setAt] = useState(0);
  const step = tool.steps[at];
  const isLast = at >= tool.steps.length - 1;
  const next = (): void => (isLast ? onDone() : setAt(at + 1));
  const isWave = tool.kind === "wave";
  const [isStarted, setStarted] = useState(!needsCare(tool));
  if (!isStarted) return <Before care={tool.care} onStart={() => setStarted(true)} />;
  return (
    <>
      {at === 0 && tool.care && !needsCare(tool) && <p class="note">{tool.care}</p>}
      {isWave && <Wave at={at} />}
      {step && <Step key={step.id} step={step} isLast={isLast} onNext={next} />}
      {isWave && step && <OwnLine isLast={isLast} onAgain={() => setAt(0)} />}
      <ol class="way" aria-hidden="true">
        {tool.steps.map((each, place) => (
          <li
            key={each.id}
            data-is={place < at ? "past" : place === at ? "here" : "ahead"}
          />
        ))}
      </ol>
    </>
  );
}

/** What is done with the body begins with its care note, alone. */
function needsCare({ care, steps }: Tool): boolean {
  return care !== "" && (steps[0]?.phases.length ?? 0) > 0;
}

function Step(props: {
  readonly step: ToolStep;
  readonly isLast: boolean;
  readonly onNext: () => void;
}): JSX.Element {
  const { step, isLast, onNext } = props;
  const [found, setFound] = useState(0);
  const [isCounted, setCounted] = useState(false);
  useReadAloud(`${step.name}. ${step.text}`);
  const isPlain = step.count === 0 && step.phases.length === 0 && step.keeps === "";
  const canSkip =
    step.count > 0 ? found < step.count : step.phases.length > 0 && !isCounted;
  return (
    <section class="step" aria-live="polite">
      <div class={isPlain ? "said-step panel" : "said-step"}>
        <h2>{step.name}</h2>
        <p>{step.text}</p>
      </div>
      {step.care && <p class="note">{step.care}</p>}
      {step.count > 0 && (
        <Finds
          count={step.count}
          found={found}
          onTap={() => (found >= step.count ? onNext() : setFound(found + 1))}
        />
      )}
      {step.phases.length > 0 && (
        <Paced phases={step.phases} onDone={() => setCounted(true)} />
      )}
      {step.keeps !== "" && <OwnWords label={step.name} name={step.keeps} />}
      <Button kind={canSkip ? "plain" : "main"} onPress={onNext}>
        {canSkip ? t("Skip this one") : isLast ? t("Done") : t("Next")}
      </Button>
    </section>
  );
}

/** The pad on which things are tapped off. */
function Finds(props: {
  readonly count: number;
  readonly found: number;
  readonly onTap: () => void;
}): JSX.Element {
  const { count, found, onTap } = props;
  return (
    <button type="button" class="pad" onClick={onTap}>
      <span class="finds" aria-hidden="true">
        {Array.from({ length: count }, (_, place) => (
          <span key={place} class={place < found ? "find full" : "find"} />
        ))}
      </span>
      <span>{found >= count ? t("Good. Tap to go on.") : t("Tap for each one")}</span>
      <span class="quiet">{t("{found} of {count}", { found, count })}</span>
    </button>
  );
}

/** A box for the person's own words; nobody has to write any. */
function OwnWords(props: { readonly label: string; readonly name: string }): JSX.Element {
  const { label, name } = props;
  const { calm, put } = useCalm();
  return (
    <div class="bare own-words">
      <Field
        label={label}
        hint={t("Write it down if you like. It stays here.")}
        value={calm.words[name] ?? ""}
        multiline
        onInput={(text) => put(({ words }) => ({ words: { ...words, [name]: text } }))}
      />
    </div>
  );
}

/** The person's own line goes along over the wave; on the shore it can be written. */
function OwnLine(props: {
  readonly isLast: boolean;
  readonly onAgain: () => void;
}): JSX.Element | null {
  const { calm } = useCalm();
  const line = calm.words["passing"]?.trim() ?? "";
  if (!props.isLast) return line === "" ? null : <p class="own-line">{line}</p>;
  return (
    <>
      <div class="field own-words">
        <h3 class="label">{t("What I tell myself")}</h3>
        <OwnWords label={t("What I tell myself")} name="passing" />
      </div>
      <Button kind="plain" icon="again" onPress={props.onAgain}>
        {t("It is rising again")}
      </Button>
    </>
  );
}
