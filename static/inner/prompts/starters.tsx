/** Gentle first answers that can be tapped in: a few at first, the rest on request. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../ui/icons.tsx";
import { t } from "../words.ts";

const FEW = 3;

/** The starters as chips; those already used are not among `texts`. */
export function Starters(props: {
  readonly texts: readonly string[];
  /** What they answer, for screen readers. */
  readonly about: string;
  readonly onPick: (text: string) => void;
}): JSX.Element | null {
  const [isLong, setLong] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  const top = (): number => place.current?.getBoundingClientRect().top ?? 0;
  // What was tapped in makes the list above longer; the other ideas stay under the finger.
  useLayoutEffect(() => {
    if (before.current)
      place.current?.closest(".app")?.scrollBy(0, top() - before.current);
    before.current = 0;
  });
  const shown = isLong ? props.texts : props.texts.slice(0, FEW);
  if (props.texts.length === 0) return null;
  return (
    <div class="starters" ref={place} role="group" aria-label={t("Ideas to tap in")}>
      {shown.map((text) => (
        <button
          key={text}
          type="button"
          class="chip starter"
          onClick={() => {
            before.current = top();
            props.onPick(text);
          }}
        >
          <Icon name="plus" />
          <span>{text}</span>
        </button>
      ))}
      {shown.length < props.texts.length && (
        <button
          type="button"
          class="chip starter more-ideas"
          aria-description={props.about}
          onClick={() => setLong(true)}
        >
          {t("More ideas")}
        </button>
      )}
    </div>
  );
}
