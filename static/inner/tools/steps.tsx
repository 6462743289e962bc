/** A tool of steps: the person taps onward, in their own time; every step can be skipped. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Tool, ToolStep } from "../model/content.ts";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";

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
  return (
    <>
      {at === 0 && tool.care && <p class="note">{tool.care}</p>}
      {step && <Step key={step.id} step={step} isLast={isLast} onNext={next} />}
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

function Step(props: {
  readonly step: ToolStep;
  readonly isLast: boolean;
  readonly onNext: () => void;
}): JSX.Element {
  const { step, isLast, onNext } = props;
  const [found, setFound] = useState(0);
  const isFull = found >= step.count;
  return (
    <section class="step" aria-live="polite">
      <div class={step.count > 0 ? "said-step" : "said-step panel"}>
        <h2>{step.name}</h2>
        <p>{step.text}</p>
      </div>
      {step.care && <p class="note">{step.care}</p>}
      {step.count > 0 && (
        <button
          type="button"
          class="pad"
          onClick={() => (isFull ? onNext() : setFound(found + 1))}
        >
          <span class="finds" aria-hidden="true">
            {Array.from({ length: step.count }, (_, place) => (
              <span key={place} class={place < found ? "find full" : "find"} />
            ))}
          </span>
          <span>{isFull ? t("Good. Tap to go on.") : t("Tap for each one")}</span>
          <span class="quiet">
            {t("{found} of {count}", { found, count: step.count })}
          </span>
        </button>
      )}
      <Button kind={step.count > 0 && !isFull ? "plain" : "main"} onPress={onNext}>
        {step.count > 0 && !isFull ? t("Skip this one") : isLast ? t("Done") : t("Next")}
      </Button>
    </section>
  );
}
