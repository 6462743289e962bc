/** The menus of lists: which one is shown, and what can be done with it. */

import type { CoverContext } from "../../base/cover.ts";
import type { Group } from "./menu.ts";
import { currentList, group, type List, maxLists, type State } from "./model.ts";

/** What the header and its menus ask for. */
export interface ListActions {
  addList(): void;
  renameList(name: string): void;
  removeList(): void;
  switchList(id: number): void;
  clearDone(): void;
  share(): void;
  /** Turn the weekly reminder on or off. */
  remind(): void;
  /** Ask the page for another language. */
  speak(language: string): void;
}

const languages = [
  ["en", "English"],
  ["es", "Español"],
] as const;

/** The menu that shows another list or makes a new one. */
export function listsMenu(
  { translate: t, language }: CoverContext,
  state: State,
  nameOf: (list: List) => string,
  actions: ListActions,
): Group[] {
  const number = new Intl.NumberFormat(language);
  const lists = state.lists.map((list) => ({
    label: nameOf(list),
    note: number.format(group(list, false).length),
    isChosen: list.id === state.current,
    run: () => actions.switchList(list.id),
  }));
  const fresh = { label: t("New list"), run: () => actions.addList() };
  const isFull = state.lists.length >= maxLists;
  return [
    { label: t("Lists"), entries: lists },
    ...(isFull ? [] : [{ entries: [fresh] }]),
  ];
}

/** What the app says of itself, as a menu: nothing happens when a line is pressed. */
export function aboutMenu(context: CoverContext): Group[] {
  const t = context.translate;
  const entries = context.about().map(([label, isSo]) => ({
    ...{ label, note: isSo ? t("Yes") : t("No") },
    run: () => undefined,
  }));
  return [{ label: t("About this app"), entries }];
}

/** The menu of the list on the screen, and of the language. */
export function moreMenu(
  { translate: t, language }: CoverContext,
  state: State,
  rename: () => void,
  actions: ListActions,
  openAbout: () => void,
): Group[] {
  const hasDone = currentList(state).items.some(({ isDone }) => isDone);
  const clear = { label: t("Clear done items"), run: () => actions.clearDone() };
  const entries = [
    { label: t("Share list"), run: () => actions.share() },
    { label: t("Rename list"), run: rename },
    { label: t("Reminders"), run: () => actions.remind() },
    ...(hasDone ? [clear] : []),
    { label: t("Delete list"), run: () => actions.removeList() },
  ];
  const speech = languages.map(([lang, label]) => ({
    ...{ lang, label, isChosen: language.split("-")[0] === lang },
    run: () => actions.speak(lang),
  }));
  const about = { label: t("About this app"), run: openAbout };
  return [{ entries }, { label: t("Language"), entries: speech }, { entries: [about] }];
}
