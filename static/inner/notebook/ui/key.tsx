/** Buttons of the notebook. */

import type { ComponentChildren, JSX } from "preact";
import { Drawing, type DrawingName } from "./icons.tsx";

/** A round button with a drawing; `label` is what it is called. */
export function RoundKey(props: {
  readonly drawing: DrawingName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isOn?: boolean;
  readonly isOpen?: boolean;
  /** Leaves focus, and with it the keyboard of a phone, where it is. */
  readonly keepsFocus?: boolean;
}): JSX.Element {
  const { drawing, label, onPress, isOn, isOpen, keepsFocus = false } = props;
  return (
    <button
      type="button"
      class="round"
      aria-label={label}
      aria-pressed={isOn}
      aria-expanded={isOpen}
      onMouseDown={(event) => (keepsFocus ? event.preventDefault() : undefined)}
      onClick={onPress}
    >
      <Drawing name={drawing} />
    </button>
  );
}

/** A small button with a drawing and words; `act` tells it from its neighbours. */
export function WordKey(props: {
  readonly drawing: DrawingName;
  readonly act: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { drawing, act, isOff = false, onPress, children } = props;
  return (
    <button
      type="button"
      class="word"
      data-act={act}
      aria-disabled={isOff}
      onClick={() => (isOff ? undefined : onPress())}
    >
      <Drawing name={drawing} />
      <span>{children}</span>
    </button>
  );
}
