/** Says how the keeping stands: a small word when all is well, a plain sentence when it is not. */

import type { JSX } from "preact";
import { useCell } from "../model/cell.ts";
import { useInside } from "../model/inside.ts";
import { useRoute } from "../model/route.ts";
import type { Keeping } from "../model/store.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";

/** "Kept", in the corner; silent for screen readers, who hear only about trouble. */
export function KeepingMark(): JSX.Element | null {
  const { host, store } = useInside();
  const keeping = useCell(store.keeping);
  const { route } = useRoute();
  if (keeping === "unkept" && route.name !== "first") {
    return <p class="keeping">{t("Not kept yet")}</p>;
  }
  if (host.keeps === "memory" || (keeping !== "kept" && keeping !== "saving"))
    return null;
  return (
    <p class="keeping">
      {keeping === "kept" && <Icon name="tick" />}
      {keeping === "kept" ? t("Kept") : t("Keeping…")}
    </p>
  );
}

/** The sentence for each kind of trouble; `null` when there is none. */
function trouble(keeping: Keeping): string | null {
  switch (keeping) {
    case "full":
      return t(
        "There is no more room here. Your newest words are not kept yet. Make some text shorter, then try again.",
      );
    case "refused":
      return t(
        "The phone would not keep your newest words. They are still on this screen. Copy them by hand if you need them.",
      );
    case "kept":
    case "saving":
    case "unkept":
      return null;
  }
}

/** What the person should know about the keeping, above the content of a screen. */
export function KeepingNote(): JSX.Element {
  const { host, store } = useInside();
  const keeping = useCell(store.keeping);
  const problem = trouble(keeping);
  const isShortLived = host.keeps === "memory" && store.hasSpace;
  return (
    <div role="status">
      {problem !== null && (
        <div class="note">
          <p>{problem}</p>
          <Button kind="plain" icon="again" onPress={() => void store.flush()}>
            {t("Try again")}
          </Button>
        </div>
      )}
      {isShortLived && (
        <p class="note">
          {t(
            "This phone or window keeps nothing. All you write is gone when the app closes.",
          )}
        </p>
      )}
    </div>
  );
}
