/** A text box as an element of a screen. */

import { createElement, type HTMLAttributes, type JSX, type RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import {
  boxTag,
  isCased,
  makeTextBox,
  setText,
  type Wishes,
} from "../../cover/base/textbox.ts";

/** What a text box takes, besides what any element takes. */
export interface TextBoxProps
  extends
    Omit<HTMLAttributes<HTMLElement>, "role">,
    Pick<Wishes, "most" | "isSingle" | "onText"> {
  readonly value: string;
  readonly onEnter?: (() => void) | undefined;
  readonly box?: RefObject<HTMLElement | null>;
}

/** A box that says `value` and tells of every change; `most` and `isSingle` never change. */
export function TextBox(props: TextBoxProps): JSX.Element {
  const { value, box, most, isSingle, onText, onEnter, ...rest } = props;
  const own = useRef<HTMLElement>(null);
  const place = box ?? own;
  const told = useRef({ onText, onEnter });
  told.current = { onText, onEnter };
  useLayoutEffect(() => {
    if (place.current === null) return;
    makeTextBox(place.current, {
      most,
      isSingle,
      onText: (text) => told.current.onText?.(text),
      onEnter: () => told.current.onEnter?.(),
    });
  }, []);
  useLayoutEffect(() => {
    if (place.current !== null) setText(place.current, value);
  });
  const made = createElement(boxTag(), { role: "textbox", ...rest, ref: place });
  if (!isCased()) return made;
  return (
    <div class="case">
      <div>{made}</div>
    </div>
  );
}
