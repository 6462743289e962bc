/** What is drawn, and Close with it, stays within what a keyboard on the screen leaves to be seen. */

/**
 * Keep the layer that `root` lies in above the keyboard.
 *
 * Android's browsers make the page itself shorter, as its `interactive-widget` asks them to; on an
 * iPhone the keyboard lies over it, and over Close.
 */
export function keepToSeen(root: HTMLElement): void {
  const shadow = root.getRootNode() as ShadowRoot;
  const layer = shadow.host as HTMLElement;
  const { style } = layer;
  const view = visualViewport;
  if (view === null) return;
  const fit = (event: Event): void => {
    const { offsetTop, scale } = view;
    const hiddenPx = layer.offsetHeight - view.height;
    // Zoomed in, less is seen too; there it is the person who moves what is seen.
    const isShort = scale < 1.01 && hiddenPx > 1;
    // A border, so that the layer itself still lies over all of the cover.
    style.border = isShort ? "solid transparent" : "";
    style.borderWidth = isShort
      ? `${offsetTop}px 0 ${Math.max(0, hiddenPx - offsetTop)}px`
      : "";
    // What is fixed inside keeps to the layer then.
    style.contain = isShort ? "layout" : "";
    if (isShort && event.type === "resize") {
      shadow.activeElement?.scrollIntoView({ block: "center" });
    }
  };
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
}
