/** The strip of buttons that opens below a row or a page's head. */

import type { ComponentChildren, JSX } from "preact";

/** Buttons that belong to the thing called `label`. */
export function Strip(props: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="strip" role="group" aria-label={props.label}>
      {props.children}
    </div>
  );
}

/** Focus a button again that a move has just drawn elsewhere. */
export function focusAct(root: Node, id: string, act: string): void {
  requestAnimationFrame(() => {
    if (!(root instanceof ShadowRoot || root instanceof Document)) return;
    root.querySelector<HTMLElement>(`[data-row="${id}"] [data-act="${act}"]`)?.focus();
  });
}
