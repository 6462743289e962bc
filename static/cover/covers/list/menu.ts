/** A menu that drops from a button: arrow keys, Home, End, Esc, a press beside it closes it. */

import { make, makeButton, makeIcon } from "../../base/elements.ts";
import { check } from "./icons.ts";

/** One line of a menu. */
export interface Entry {
  readonly label: string;
  run(): void;
  /** Makes it one choice of several, chosen or not. */
  readonly isChosen?: boolean;
  /** Language of the label, where it is not the page's. */
  readonly lang?: string;
  /** Short remark at the end of the line. */
  readonly note?: string;
}

/** Lines that belong together; a line is drawn between groups. */
export interface Group {
  readonly label?: string;
  readonly entries: readonly Entry[];
}

const edgePx = 8;

/** Makes menus inside `root`; one is open at a time. */
export interface Menus {
  open(anchor: HTMLElement, groups: readonly Group[]): void;
  close(): void;
}

/** Make the menus of a cover. */
export function makeMenus(root: HTMLElement): Menus {
  let shut: (() => void) | null = null;
  const close = (): void => shut?.();

  const open = (anchor: HTMLElement, groups: readonly Group[]): void => {
    close();
    const watching = new AbortController();
    const { signal } = watching;
    const pick = (entry: Entry): void => {
      close();
      entry.run();
    };
    const menu = make("div", { class: "menu", role: "menu" });
    menu.append(...groups.map((group) => makeGroup(group, pick)));
    const cloth = make("div", { class: "cloth" });
    shut = () => {
      shut = null;
      watching.abort();
      anchor.removeAttribute("aria-expanded");
      cloth.remove();
      menu.remove();
      anchor.focus({ preventScroll: true });
    };
    menu.addEventListener("keydown", (event) => steer(event, menu, close));
    cloth.addEventListener("click", close);
    addEventListener("resize", close, { signal });
    addEventListener("scroll", close, { signal });
    anchor.setAttribute("aria-expanded", "true");
    root.append(cloth, menu);
    place(menu, anchor);
    const lines = menu.querySelectorAll("button");
    const first = menu.querySelector<HTMLElement>("[aria-checked=true]") ?? lines[0];
    first?.focus({ preventScroll: true });
  };
  return { open, close };
}

function makeGroup({ label, entries }: Group, pick: (entry: Entry) => void): HTMLElement {
  const group = make("div", { role: "group", class: "menu-group" });
  if (label !== undefined) {
    group.setAttribute("aria-label", label);
    group.append(make("p", { class: "menu-label" }, label));
  }
  group.append(...entries.map((entry) => makeLine(entry, pick)));
  return group;
}

function makeLine(entry: Entry, pick: (entry: Entry) => void): HTMLElement {
  const { label, isChosen, lang, note } = entry;
  const role = isChosen === undefined ? "menuitem" : "menuitemradio";
  const line = makeButton(
    { role, tabindex: -1, class: "menu-line", on: { click: () => pick(entry) } },
    make("span", { dir: "auto" }, label),
  );
  if (lang !== undefined) line.setAttribute("lang", lang);
  if (isChosen !== undefined) line.setAttribute("aria-checked", String(isChosen));
  if (note !== undefined) line.append(make("span", { class: "menu-note" }, note));
  if (isChosen === true) line.append(makeIcon(check));
  return line;
}

function steer(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const lines = [...menu.querySelectorAll("button")];
  const now = lines.findIndex((line) => line === document.activeElement);
  const last = lines.length - 1;
  const goals: Record<string, number> = {
    ArrowDown: now >= last ? 0 : now + 1,
    ArrowUp: now <= 0 ? last : now - 1,
    Home: 0,
    End: last,
  };
  const goal = goals[event.key];
  if (goal !== undefined) lines[goal]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Below its button or above it, wherever there is more room, and never off the screen. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const from = anchor.getBoundingClientRect();
  const below = innerHeight - from.bottom;
  const isBelow = below >= Math.min(menu.offsetHeight + edgePx, innerHeight / 2);
  const room = (isBelow ? below : from.top) - 2 * edgePx;
  menu.style.maxHeight = `${room}px`;
  const isAtLeft = from.left + from.right < innerWidth;
  const left = isAtLeft ? from.left : from.right - menu.offsetWidth;
  const most = document.documentElement.clientWidth - menu.offsetWidth - edgePx;
  menu.style.left = `${Math.max(edgePx, Math.min(left, most))}px`;
  menu.style.top = `${isBelow ? from.bottom : from.top - menu.offsetHeight}px`;
}
