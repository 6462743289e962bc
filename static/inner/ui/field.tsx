/** Text fields that the browser is told not to remember, complete or correct. */

import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { MAX_TEXT } from "../model/document.ts";
import { TextBox } from "./textbox.tsx";

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
  /** Most characters; as many as any answer, if nothing is said. */
  readonly most?: number;
  /** Letters stay as typed: for secrets, numbers and addresses. */
  readonly isVerbatim?: boolean;
}

/**
 * A label, its field, and a hint between the two. A screen reader hears label and hint with the
 * field, and does not come past them before it once more.
 */
export function Field(props: FieldProps): JSX.Element {
  const { label, value, onInput, multiline = false, hint, problem, onEnter } = props;
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`]
    .filter(Boolean)
    .join(" ");
  return (
    <div class="field">
      <div
        class="label"
        id={`${id}-label`}
        aria-hidden="true"
        onClick={() => box.current?.focus()}
      >
        {label}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`} aria-hidden="true">
          {hint}
        </p>
      )}
      <TextBox
        class="field-input"
        box={box}
        value={value}
        most={props.most ?? MAX_TEXT}
        isSingle={!multiline}
        onText={onInput}
        onEnter={onEnter}
        dir="auto"
        autocapitalize={props.isVerbatim ? "none" : "sentences"}
        inputMode={props.inputMode ?? "text"}
        enterkeyhint={multiline ? "enter" : onEnter ? "go" : "next"}
        aria-labelledby={`${id}-label`}
        {...(described === "" ? {} : { "aria-describedby": described })}
        {...(problem ? { "aria-invalid": true } : {})}
      />
      <p class="problem" id={`${id}-problem`} role="status">
        {problem}
      </p>
    </div>
  );
}
