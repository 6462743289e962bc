/** A text box as an element of a screen, made by what the cover lends. */

import {
  createContext,
  createElement,
  type HTMLAttributes,
  type JSX,
  type RefObject,
} from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import type { TextBoxes, Wishes } from "../../cover/base/textbox.ts";

/** Carries what the cover lends to whatever has text boxes. */
export const BoxesContext = createContext<TextBoxes | null>(null);

/** What makes, reads and fills text boxes, for components only. */
export function useBoxes(): TextBoxes {
  const boxes = useContext(BoxesContext);
  if (boxes === null) throw new Error("text box drawn outside the app");
  return boxes;
}

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
  const boxes = useBoxes();
  const own = useRef<HTMLElement>(null);
  const place = box ?? own;
  const told = useRef({ onText, onEnter });
  told.current = { onText, onEnter };
  useLayoutEffect(() => {
    if (place.current === null) return;
    boxes.make(place.current, {
      most,
      isSingle,
      onText: (text) => told.current.onText?.(text),
      onEnter: () => told.current.onEnter?.(),
    });
  }, []);
  useLayoutEffect(() => {
    if (place.current !== null) boxes.fill(place.current, value);
  });
  const made = createElement(boxes.tag(), { role: "textbox", ...rest, ref: place });
  if (!boxes.isCased()) return made;
  return (
    <div class="case">
      <div>{made}</div>
    </div>
  );
}
