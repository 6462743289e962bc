/** One of a few: large chips that behave as radio buttons. */

import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId } from "preact/hooks";

/** One answer to pick. */
export interface Option<T extends string> {
  readonly value: T;
  readonly name: string;
  /** A drawing that stands with the name. */
  readonly mark?: JSX.Element;
}

/** A question with its answers; arrow keys move, as in any radio group. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}): JSX.Element {
  const { label, options, value, onChange, hint } = props;
  const id = useId();
  const at = options.findIndex((option) => option.value === value);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const step = stepOf(
      event.key,
      getComputedStyle(event.currentTarget).direction === "rtl",
    );
    if (step === 0) return;
    event.preventDefault();
    const to = (Math.max(at, 0) + step + options.length) % options.length;
    const option = options[to];
    if (option === undefined) return;
    onChange(option.value);
    const chip = event.currentTarget.children[to];
    if (chip instanceof HTMLElement) chip.focus();
  };
  return (
    <div class="choice">
      <p class="label" id={id} aria-hidden="true">
        {label}
      </p>
      {hint && <p class="hint">{hint}</p>}
      <div class="chips" role="radiogroup" aria-labelledby={id} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            class="chip"
            role="radio"
            aria-checked={index === at}
            data-empty={option.value === ""}
            tabIndex={index === Math.max(at, 0) ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            {option.mark}
            {option.mark ? <span>{option.name}</span> : option.name}
          </button>
        ))}
      </div>
    </div>
  );
}

function stepOf(key: string, isRightToLeft: boolean): number {
  if (key === "ArrowDown") return 1;
  if (key === "ArrowUp") return -1;
  if (key === "ArrowRight") return isRightToLeft ? -1 : 1;
  if (key === "ArrowLeft") return isRightToLeft ? 1 : -1;
  return 0;
}
