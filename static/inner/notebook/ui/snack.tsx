/** The slip of paper that offers to take the last thing back. */

import type { JSX } from "preact";
import { t } from "../../words.ts";
import type { Undo } from "../book.ts";
import type { Edit } from "../model/pages.ts";
import { RoundKey, WordKey } from "./key.tsx";

/** Stays until it is used, dismissed, or another place is shown: nobody has to hurry. */
export function Snack(props: {
  readonly undo: Undo | null;
  readonly onUndo: (edit: Edit) => void;
  readonly onDismiss: () => void;
}): JSX.Element {
  const { undo, onUndo, onDismiss } = props;
  return (
    <div class="snack-place" role="status">
      {undo && (
        <div class="snack">
          <p>{undo.text}</p>
          <WordKey drawing="undo" act="undo" onPress={() => onUndo(undo.edit)}>
            {t("Undo")}
          </WordKey>
          <RoundKey drawing="clear" label={t("Dismiss")} onPress={onDismiss} />
        </div>
      )}
    </div>
  );
}
