/** A field that grows with its text and that the browser is told not to remember or correct. */

import type { JSX } from "preact";

/** What a field takes. */
export interface AreaProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly placeholder?: string;
  readonly onText: (text: string, area: HTMLTextAreaElement) => void;
  readonly onKey?: (event: KeyboardEvent, area: HTMLTextAreaElement) => void;
  readonly onFocus?: () => void;
}

/** A growing field; the unseen twin below it holds the same text and so gives it its height. */
export function Area(props: AreaProps): JSX.Element {
  const { id, label, value, most, placeholder = "", onText, onKey, onFocus } = props;
  return (
    <div class="area">
      <textarea
        data-line={id}
        aria-label={label}
        dir="auto"
        rows={1}
        value={value}
        maxLength={most}
        placeholder={placeholder}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="sentences"
        spellcheck={false}
        onInput={(event) => onText(event.currentTarget.value, event.currentTarget)}
        onKeyDown={(event) =>
          event.isComposing ? undefined : onKey?.(event, event.currentTarget)
        }
        onFocus={onFocus}
      />
      <div
        class="twin"
        aria-hidden="true"
      >{`${value === "" ? placeholder : value}\u200b`}</div>
    </div>
  );
}
