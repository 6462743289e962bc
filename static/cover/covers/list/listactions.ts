/** What happens when a person does something with a list. */

import type { CoverContext } from "../../base/cover.ts";
import type { Stage } from "./itemactions.ts";
import type { ListActions } from "./lists.ts";
import {
  addList,
  currentList,
  type List,
  removeList,
  renameList,
  switchList,
} from "./model.ts";
import { offerReminder } from "./remind.ts";
import { share } from "./share.ts";
import { shareText } from "./text.ts";

/** Make the actions of lists. */
export function makeListActions(
  { root, translate: t, reminders }: CoverContext,
  { store, toast, offerUndo }: Stage,
  nameOf: (list: List) => string,
  parts: { rename: () => void; clearDone: () => void },
): ListActions {
  const show = (id: number): void => {
    store.set(switchList(store.state(), id));
    scrollTo(0, 0);
    toast.say(nameOf(currentList(store.state())));
  };
  const shareList = async (): Promise<void> => {
    const list = currentList(store.state());
    const outcome = await share(shareText(list, nameOf(list)));
    if (outcome === "copied") toast.show(t("List copied"));
    if (outcome === "refused") toast.show(t("Could not share the list"));
  };
  return {
    switchList: show,
    share: () => void shareList(),
    remind: () => void offerReminder(reminders, toast, t),
    clearDone: parts.clearDone,
    addList() {
      store.set(addList(store.state(), t("New list")));
      scrollTo(0, 0);
      parts.rename();
    },
    renameList: (name) => store.set(renameList(store.state(), name)),
    removeList() {
      const name = nameOf(currentList(store.state()));
      store.set(removeList(store.state()));
      scrollTo(0, 0);
      offerUndo(t("“{item}” deleted", { item: name }));
    },
    speak: (language) =>
      root.dispatchEvent(
        new CustomEvent("language", { bubbles: true, detail: language }),
      ),
  };
}
