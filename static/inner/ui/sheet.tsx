/** A sheet over the screen; not a browser dialog, so that the Close button of the cover stays on top. */

import { type ComponentChildren, createPortal, type JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useInside } from "../model/inside.ts";
import { t } from "../words.ts";
import { IconButton } from "./button.tsx";

/** A sheet: the screen behind it rests until `onClose`; focus goes in, and back afterwards. */
export function Sheet(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { title, onClose, children } = props;
  const { host } = useInside();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const shadow = host.root.getRootNode();
    const before =
      shadow instanceof ShadowRoot ? shadow.activeElement : document.activeElement;
    const stage = host.root.querySelector<HTMLElement>(".stage");
    if (stage) stage.inert = true;
    heading.current?.focus();
    return () => {
      if (stage) stage.inert = false;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [host]);
  return createPortal(
    <div class="sheet-place">
      <div class="shade" onClick={onClose} />
      <section class="sheet" role="dialog" aria-modal="true" aria-labelledby={id}>
        <header>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label={t("Go back")} onPress={onClose} />
        </header>
        {children}
      </section>
    </div>,
    host.root,
  );
}
