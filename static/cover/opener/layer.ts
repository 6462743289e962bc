/** The layer over the cover in which the inner app lives, with the Close button always on top. */

import { caseCss } from "../base/casing.ts";

/** A layer on the screen. */
export interface Layer {
  /** The element that holds it all; removing it bares the cover. */
  readonly element: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Where the inner app renders. */
  readonly root: HTMLElement;
  readonly closeButton: HTMLButtonElement;
}

// Literal colours: the layer must not depend on the cover's style sheet or the pack's. The corner
// is the one that the pack keeps free: its language may run the other way than the cover's.
const css = `
:host { direction: ltr; position: fixed; inset: 0; z-index: 9; overflow: hidden; background: Canvas; color-scheme: light dark; }
.app { position: absolute; inset: 0; overflow: auto; overscroll-behavior: contain; }
.close {
  position: absolute; z-index: 9; bottom: calc(12px + env(safe-area-inset-bottom));
  right: calc(12px + env(safe-area-inset-right));
  min-inline-size: 104px; min-block-size: 56px; padding-inline: 18px;
  display: flex; align-items: center; justify-content: center; gap: 8px;
  border: 1px solid #8886; border-radius: 28px; background: #2b3440; color: #fff;
  font: 600 17px/1 system-ui, sans-serif; cursor: pointer; touch-action: none;
  user-select: none; -webkit-user-select: none; -webkit-tap-highlight-color: transparent;
  box-shadow: 0 2px 10px #0004;
}
.app[dir="rtl"] ~ .close { right: auto; left: calc(12px + env(safe-area-inset-left)); }
.close:focus-visible { outline: 3px solid #5b9dff; outline-offset: 3px; }
.close::before { content: "✕" / ""; font-weight: 400; }
@media (prefers-color-scheme: dark) { .close { background: #e8ebef; color: #14181d; } }
@media print { :host { display: none; } }
${caseCss}`;

/** Lay a new layer over the page; the cover below stays laid out but cannot be reached. */
export function openLayer(cover: HTMLElement, closeWord: string): Layer {
  // Once the entry's row is taken away the page may be shorter than it was scrolled; WebKit then
  // lets nothing be touched in what is missing below, and there lies Close.
  scrollTo(0, 0);
  const element = document.createElement("div");
  const shadow = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement("div");
  root.className = "app";
  const closeButton = document.createElement("button");
  closeButton.type = "button";
  closeButton.className = "close";
  closeButton.textContent = closeWord;
  shadow.append(root, closeButton);
  cover.inert = true;
  document.body.append(element);
  return { element, shadow, root, closeButton };
}
