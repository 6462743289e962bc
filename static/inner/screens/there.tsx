/** Whether one more secret is there already, and taking it away again. */

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SaveOutcome } from "../../cover/base/host.ts";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";

/** Ask once, when the screen comes up; `null` until it is known. */
export function useThere(
  ask: () => Promise<boolean>,
): readonly [isThere: boolean | null, setThere: (isThere: boolean) => void] {
  const [isThere, setThere] = useState<boolean | null>(null);
  useEffect(() => {
    ask().then(setThere, () => setThere(false));
  }, []);
  return [isThere, setThere];
}

/** A button to take it away, which asks once more; `warning` says what goes with it. */
export function TakeAway(props: {
  readonly warning: string;
  readonly remove: () => Promise<SaveOutcome>;
  readonly onGone: () => void;
}): JSX.Element {
  const { warning, remove, onGone } = props;
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const takeAway = async (): Promise<void> => {
    setBusy(true);
    const outcome = await remove().catch(() => "refused" as const);
    setBusy(false);
    setFailed(outcome !== "saved");
    if (outcome === "saved") onGone();
  };
  if (!isSure) {
    return (
      <Button kind="quiet" icon="bin" onPress={() => setSure(true)}>
        {t("Take it away")}
      </Button>
    );
  }
  return (
    <div class="note">
      <p>{warning}</p>
      <p role="status">
        {hasFailed && t("It could not be taken away for sure. It may still work.")}
      </p>
      <Button kind="grave" isBusy={isBusy} onPress={() => void takeAway()}>
        {isBusy ? t("One moment…") : t("Yes, take it away")}
      </Button>
      <Button kind="quiet" onPress={() => setSure(false)}>
        {t("Keep it")}
      </Button>
    </div>
  );
}
