/** One row of People while the order is changed. */

import type { JSX } from "preact";
import { movedInCircle } from "../model/people.ts";
import { useDocument } from "../model/store.ts";
import { Icon } from "../ui/icons.tsx";
import { t } from "../words.ts";

/** Someone with a way up and a way down; both stay, so that the focus is never lost. */
export function Movable(props: {
  readonly id: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}): JSX.Element {
  const { id, name, isFirst, isLast } = props;
  const { change } = useDocument();
  const move = (by: 1 | -1): void =>
    change((doc) => ({ ...doc, people: movedInCircle(doc.people, id, by) }));
  return (
    <div class="row">
      <span class="row-words">
        <span class="row-title">{name}</span>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-disabled={isFirst}
        onClick={() => move(-1)}
      >
        <Icon name="up" />
        <span class="quiet">{t("Move {name} up", { name })}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-disabled={isLast}
        onClick={() => move(1)}
      >
        <Icon name="down" />
        <span class="quiet">{t("Move {name} down", { name })}</span>
      </button>
    </div>
  );
}
