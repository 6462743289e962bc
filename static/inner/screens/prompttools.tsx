/** What can be done with one prompt: its name, when to look again, not now, delete. */

import type { JSX } from "preact";
import { promptDeleted, promptSet } from "../model/arranging.ts";
import { useDocument } from "../model/store.ts";
import type { ShownPrompt } from "../model/whole.ts";
import { Button } from "../ui/button.tsx";
import { Rename } from "../ui/rename.tsx";
import { useUndo } from "../ui/undo.tsx";
import { t } from "../words.ts";
import { LookAgain } from "./lookagain.tsx";

/** The tools; `onGone` runs when the prompt was put away or deleted. */
export function PromptTools(props: {
  readonly section: string;
  readonly prompt: ShownPrompt;
  /** Its name when the person calls it nothing. */
  readonly usual: string;
  readonly onGone: () => void;
}): JSX.Element {
  const { section, prompt, usual, onGone } = props;
  const { document, change } = useDocument();
  const offerUndo = useUndo();
  const { id, isAway, isOwn } = prompt;
  const putAway = (): void => {
    onGone();
    change(promptSet(section, id, { isAway: !isAway }));
    offerUndo(isAway ? t("It is back.") : t("Put away."), () =>
      change(promptSet(section, id, { isAway })),
    );
  };
  const remove = (): void => {
    onGone();
    const [without, again] = promptDeleted(document, section, id);
    change(without);
    offerUndo(t("Deleted."), () => change(again));
  };
  return (
    <>
      <Rename
        label={t("Name")}
        name={prompt.name === usual && isOwn ? "" : prompt.name}
        usual={usual}
        onName={(name) => change(promptSet(section, id, { name }))}
      />
      <LookAgain
        again={prompt.again}
        onAgain={(again) => change(promptSet(section, id, { again }))}
      />
      <Button kind="plain" onPress={putAway}>
        {isAway ? t("Put this back") : t("Not now: put this away")}
      </Button>
      {isOwn && (
        <Button kind="quiet" icon="bin" onPress={remove}>
          {t("Delete this, with what I wrote")}
        </Button>
      )}
    </>
  );
}
