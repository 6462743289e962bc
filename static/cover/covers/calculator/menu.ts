/** The small menu: clear the history, change the language. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import type { Translate } from "../../base/words.ts";

/** What the menu can do. */
export interface MenuActs {
  readonly clearHistory: () => void;
  readonly changeLanguage: (language: string) => void;
  /** What the app says of itself: a line and whether it is so. */
  readonly about: () => readonly (readonly [string, boolean])[];
}

/** The languages by their own names. */
const languages = { en: "English", es: "Español" };

const dotsIcon = [5, 12, 19].map((y) => `M12 ${y - 0.5}a.5.5 0 1 0 .01 0z`).join("");

/** Make the menu with its button. */
export function makeMenu(t: Translate, current: string, acts: MenuActs): HTMLElement {
  const panel = make("div", { class: "menu gone", id: "menu" });
  const open = makeButton(
    {
      class: "icon-button",
      "aria-label": t("Menu"),
      "aria-expanded": "false",
      "aria-controls": "menu",
    },
    makeIcon(dotsIcon),
  );
  const element = make("div", { class: "corner" }, open, panel);
  const turn = (isOpen: boolean): void => {
    about.textContent = acts
      .about()
      .map(([line, isSo]) => `${line}: ${isSo ? t("Yes") : t("No")}`)
      .join("\n");
    panel.classList.toggle("gone", !isOpen);
    open.setAttribute("aria-expanded", String(isOpen));
  };
  const item = (name: string, act: () => void, lang: string): HTMLButtonElement => {
    const button = makeButton({ lang }, name);
    button.addEventListener("click", () => {
      turn(false);
      act();
    });
    return button;
  };

  panel.append(item(t("Clear history"), acts.clearHistory, current));
  panel.append(make("p", { id: "languages" }, t("Language")));
  const group = make("div", { role: "group", "aria-labelledby": "languages" });
  for (const [language, name] of Object.entries(languages)) {
    const button = item(name, () => acts.changeLanguage(language), language);
    button.setAttribute("aria-pressed", String(current.startsWith(language)));
    group.append(button);
  }
  const about = make("p", { class: "about" });
  panel.append(group, make("p", {}, t("About this app")), about);

  open.addEventListener("click", () => turn(panel.classList.contains("gone")));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.classList.contains("gone")) return;
    event.preventDefault();
    turn(false);
    open.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!(event.target instanceof Node && element.contains(event.target))) turn(false);
  });
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget)) turn(false);
  });
  return element;
}
