/** A text box that grows with its text. */

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { TextBox } from "../../ui/textbox.tsx";

/** What a text box of a page takes. */
export interface AreaProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly most: number;
  /** Line breaks become spaces, and Enter is told instead. */
  readonly isSingle?: boolean;
  readonly placeholder?: string;
  readonly onText: (text: string, area: HTMLElement) => void;
  readonly onEnter?: () => void;
  readonly onKey?: (event: KeyboardEvent, area: HTMLElement) => void;
  readonly onFocus?: () => void;
}

/** A text box as high as its text, found again by its `data-line`. */
export function Area(props: AreaProps): JSX.Element {
  const { id, label, value, most, isSingle = false, placeholder = "" } = props;
  const { onText, onEnter, onKey, onFocus } = props;
  const box = useRef<HTMLElement>(null);
  return (
    <TextBox
      class="area"
      box={box}
      data-line={id}
      aria-label={label}
      dir="auto"
      autocapitalize="sentences"
      value={value}
      most={most}
      isSingle={isSingle}
      onText={(text) => {
        if (box.current !== null) onText(text, box.current);
      }}
      onEnter={onEnter}
      onKeyDown={(event) =>
        event.isComposing ? undefined : onKey?.(event, event.currentTarget)
      }
      onFocus={onFocus}
      {...(placeholder === ""
        ? {}
        : { "data-placeholder": placeholder, "aria-placeholder": placeholder })}
    />
  );
}
