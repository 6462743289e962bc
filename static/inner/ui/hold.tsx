/** A button that acts only when it is held, by finger, mouse or key; letting go calls it off. */

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words.ts";

/** How long it must be held. */
export const HOLD_MS = 3_000;

/** A ring fills while it is held; `onHeld` runs once when it is full. */
export function Hold(props: {
  readonly label: string;
  readonly onHeld: () => void;
}): JSX.Element {
  const [progress, setProgress] = useState(0);
  const frame = useRef(0);
  const isHeld = useRef(false);
  const release = (): void => {
    cancelAnimationFrame(frame.current);
    isHeld.current = false;
    setProgress(0);
  };
  const press = (): void => {
    if (isHeld.current) return;
    isHeld.current = true;
    const start = performance.now();
    const step = (now: number): void => {
      const part = Math.min((now - start) / HOLD_MS, 1);
      setProgress(part);
      if (part < 1) {
        frame.current = requestAnimationFrame(step);
        return;
      }
      release();
      props.onHeld();
    };
    frame.current = requestAnimationFrame(step);
  };
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const isKey = (key: string): boolean => key === " " || key === "Enter";
  return (
    <button
      type="button"
      class="button grave hold"
      onPointerDown={(event) => {
        if (event.button === 0) press();
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onBlur={release}
      onKeyDown={(event) => {
        if (isKey(event.key)) {
          event.preventDefault();
          if (!event.repeat) press();
        }
      }}
      onKeyUp={(event) => {
        if (isKey(event.key)) release();
      }}
    >
      <svg class="ring" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle cx="18" cy="18" r="15" />
        <circle
          cx="18"
          cy="18"
          r="15"
          pathLength="1"
          stroke-dasharray={`${progress} 1`}
        />
      </svg>
      <span>{progress > 0 ? t("Keep holding…") : props.label}</span>
    </button>
  );
}
