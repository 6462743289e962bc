/** Slower and faster: the person's own speed, with an end on either side. */

import type { JSX } from "preact";
import { Button } from "../ui/button.tsx";
import { t } from "../words.ts";

/** Two buttons that change `pace`, from 0, the fastest, to `slowest`. */
export function Paces(props: {
  readonly pace: number;
  readonly slowest: number;
  readonly onPace: (pace: number) => void;
}): JSX.Element {
  const { pace, slowest, onPace } = props;
  return (
    <div class="paces">
      <Button kind="plain" isBusy={pace === slowest} onPress={() => onPace(pace + 1)}>
        {t("Slower")}
      </Button>
      <Button kind="plain" isBusy={pace === 0} onPress={() => onPace(pace - 1)}>
        {t("Faster")}
      </Button>
    </div>
  );
}
