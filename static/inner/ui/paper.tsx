/**
 * Prints one thing alone, on plain paper.
 *
 * At any other time a print-out shows the cover only: the layer of the app is left out
 * (static/cover/opener/layer.ts). While a `Paper` is there, its content is printed instead, under
 * the cover's title, and without the browser's own lines at the edges of the page.
 */

import { type ComponentChildren, createPortal, type JSX } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { useInside } from "../model/inside.ts";

const MARK = "data-out";

// Once the layer is gone, left by whatever way, the first rule fits nothing and the cover prints.
const SHEET = `
@page { margin: 0; }
@media print {
  body:has(> [${MARK}]) > :not([${MARK}]) { display: none !important; }
  body > [${MARK}] { display: block !important; position: static !important; }
  html, body { background: #fff !important; }
}`;

/** Print `children` once, then call `onDone`; they are never on the screen. */
export function Paper(props: {
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { onDone, children } = props;
  const { host } = useInside();
  useLayoutEffect(() => {
    const shadow = host.root.getRootNode();
    const layer = shadow instanceof ShadowRoot ? shadow.host : host.root;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    layer.setAttribute(MARK, "");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const over = new AbortController();
    const once = { signal: over.signal };
    addEventListener("afterprint", onDone, once);
    // Where the end is not told, the next touch after it shows that it is over.
    addEventListener("pointerdown", onDone, { ...once, capture: true });
    addEventListener("keydown", onDone, { ...once, capture: true });
    const frame = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(frame);
      over.abort();
      layer.removeAttribute(MARK);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (each) => each !== sheet,
      );
    };
  }, [host]);
  return createPortal(<div class="paper">{children}</div>, host.root);
}
