/** The quiet bar at the bottom, and the one place that speaks to screen readers. */

import { make, makeButton } from "../../base/elements.ts";

const shownMs = 6_000;

/** One bar; a newer message replaces the older one. It never takes focus. */
export interface Toast {
  readonly node: HTMLElement;
  /** Show a message, with a button when there is something to do about it. */
  show(text: string, offer?: Offer): void;
  /** Take the bar away when it holds an offer that has nothing left to do. */
  retract(): void;
  /** Speak without showing. */
  say(text: string): void;
}

/** What the bar's button does, and what happens when the bar goes unused. */
export interface Offer {
  readonly label: string;
  run(): void;
  lapse(): void;
}

/** Make the bar. */
export function makeToast(): Toast {
  const bar = make("div", { class: "toast gone" });
  const voice = make("p", { class: "quiet", "aria-live": "polite" });
  const node = make("div", { class: "toasts" }, voice, bar);
  let offered: Offer | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = (): Offer | null => {
    const last = offered;
    offered = null;
    clearTimeout(timer);
    bar.classList.add("gone");
    bar.replaceChildren();
    voice.replaceChildren();
    return last;
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => clear()?.lapse(), shownMs);
  };
  // Nobody should have to race the clock while reaching for the button.
  bar.addEventListener("pointerenter", () => clearTimeout(timer));
  bar.addEventListener("pointerleave", wait);
  bar.addEventListener("focusin", () => clearTimeout(timer));
  bar.addEventListener("focusout", wait);

  return {
    node,
    retract() {
      if (offered !== null) clear();
    },
    say: (text) => voice.replaceChildren(text),
    show(text, offer) {
      // The older offer is replaced, not lapsed: what it stood for has already been replaced.
      offered = offer ?? null;
      bar.replaceChildren(make("p", { class: "toast-text", dir: "auto" }, text));
      if (offer !== undefined) {
        const run = (): void => clear()?.run();
        bar.append(
          makeButton({ class: "toast-button", on: { click: run } }, offer.label),
        );
      }
      bar.classList.remove("gone");
      voice.replaceChildren(text);
      wait();
    },
  };
}
