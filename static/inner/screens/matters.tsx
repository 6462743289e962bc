/** What matters first: the person picks, in their order, and the plan follows. */

import type { JSX } from "preact";
import { priorities } from "content";
import { toggle } from "../model/priorities.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { number, t } from "../words.ts";
import { Screen } from "../ui/screen.tsx";

/** The screen in Settings. */
export function MattersScreen(): JSX.Element {
  const { back } = useRoute();
  return (
    <Screen title={t("What matters to me first")} onBack={back}>
      <Matters />
    </Screen>
  );
}

/** The choices; touching one adds it at the end or takes it out. */
export function Matters(): JSX.Element {
  const { document, change } = useDocument();
  const chosen = document.priorities;
  return (
    <>
      <p class="lead">
        {t(
          "Touch what matters most to you now, first things first. You can change it any time.",
        )}
      </p>
      <div class="matters">
        {priorities.map(({ id, name }) => {
          const place = chosen.indexOf(id);
          return (
            <button
              key={id}
              type="button"
              class="matter"
              aria-pressed={place >= 0}
              onClick={() =>
                change((doc) => ({ ...doc, priorities: toggle(doc.priorities, id) }))
              }
            >
              <span class="place">{place >= 0 ? number(place + 1) : ""}</span>
              <span>{name}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
