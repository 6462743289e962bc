/** The menu of one item: everything its handle does by drag, for keys and switches too. */

import type { Translate } from "../../base/words.ts";
import type { Actions } from "./actions.ts";
import type { Group } from "./menu.ts";
import { maxItems, type State } from "./model.ts";
import { peers } from "./order.ts";

/** Build the menu of the item with this id. */
export function itemMenu(
  t: Translate,
  state: State,
  id: number,
  actions: Actions,
  edit: () => void,
): Group[] {
  const among = peers(state, id);
  const place = among.findIndex((item) => item.id === id);
  const step = (by: number) => () => actions.step(id, by);
  const up = [
    { label: t("Move up"), run: step(-1) },
    { label: t("Move to top"), run: step(-maxItems) },
  ];
  const down = [
    { label: t("Move down"), run: step(1) },
    { label: t("Move to bottom"), run: step(maxItems) },
  ];
  const moves = [...(place > 0 ? up : []), ...(place < among.length - 1 ? down : [])];
  const own = [
    { label: t("Edit"), run: edit },
    { label: t("Delete"), run: () => actions.remove(id) },
  ];
  return [{ entries: own }, ...(moves.length > 0 ? [{ entries: moves }] : [])];
}
