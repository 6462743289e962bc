/** Text fields that the browser is told not to remember, complete or correct. */

import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { MAX_TEXT } from "../model/document.ts";

/** What a field takes. */
export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Grows with its text. */
  readonly multiline?: boolean;
  readonly hint?: string;
  /** What is wrong with the value, said politely to screen readers as well. */
  readonly problem?: string;
  readonly inputMode?: "text" | "tel" | "email" | "decimal";
  readonly onEnter?: () => void;
  /** Letters stay as typed: for secrets, numbers and addresses. */
  readonly isVerbatim?: boolean;
}

/** A label, its field, and a hint between the two. */
export function Field(props: FieldProps): JSX.Element {
  const { label, value, onInput, multiline = false, hint, problem, onEnter } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, [value]);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`]
    .filter(Boolean)
    .join(" ");
  // No name, no form, no memory: browsers write to disk what they may fill in again later.
  const shared = {
    id,
    value,
    class: "field-input",
    autocomplete: "off",
    autocorrect: "off",
    autocapitalize: props.isVerbatim ? "none" : "sentences",
    spellcheck: false,
    maxLength: MAX_TEXT,
    inputMode: props.inputMode ?? "text",
    "data-lpignore": "true",
    "data-1p-ignore": "true",
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(problem ? { "aria-invalid": true } : {}),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {multiline ? (
        <textarea
          {...shared}
          ref={area}
          rows={2}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          enterkeyhint={onEnter ? "go" : "next"}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) onEnter?.();
          }}
        />
      )}
      <p class="problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
    </div>
  );
}

function grow(area: HTMLTextAreaElement): void {
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}
