/** The handle of a row: drag it to move the row, press it for more. */

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { drag } from "../../shared/dragging.ts";
import { Drawing } from "./icons.tsx";

/** A handle inside a row, which is a child of its list. */
export function Grip(props: {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onPress: () => void;
  /** The row was dropped at this place of its list. */
  readonly onPlace: (to: number) => void;
}): JSX.Element {
  const { label, isOpen, onPress, onPlace } = props;
  const wasDragged = useRef(false);
  return (
    <button
      type="button"
      class="round grip"
      data-act="grip"
      aria-label={label}
      aria-expanded={isOpen}
      onPointerDown={(event) => {
        wasDragged.current = false;
        if (event.button !== 0) return;
        drag(event, event.currentTarget, {
          onStart: () => {
            wasDragged.current = true;
          },
          onDrop: onPlace,
        });
      }}
      onClick={() => (wasDragged.current ? undefined : onPress())}
    >
      <Drawing name="grip" />
    </button>
  );
}
