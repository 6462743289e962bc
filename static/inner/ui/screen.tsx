/** The frame of every screen: the way back, a heading that takes the focus, and what is kept. */

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../words.ts";
import { Icon } from "./icons.tsx";
import { KeepingMark, KeepingNote } from "./keeping.tsx";
import { UndoBar } from "./undo.tsx";

/** One screen; give it a `key` when one screen follows another of the same kind. */
export function Screen(props: {
  readonly title: string;
  readonly onBack?: (() => void) | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, onBack, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest(".app")?.scrollTo(0, 0);
  }, []);
  return (
    <div class="screen">
      <header class="top">
        {onBack && (
          <button type="button" class="back" onClick={onBack}>
            <Icon name="back" />
            <span>{t("Back")}</span>
          </button>
        )}
        <KeepingMark />
      </header>
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <KeepingNote />
        {children}
      </main>
      <UndoBar />
    </div>
  );
}
