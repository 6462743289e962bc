/** What this can and cannot do, said plainly before it is needed. */

import type { JSX } from "preact";
import { useInside } from "../model/inside.ts";
import { coverName } from "../model/cover.ts";
import { useRoute } from "../model/route.ts";
import { Icon } from "../ui/icons.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The screen in Settings. */
export function LimitsScreen(): JSX.Element {
  const { back } = useRoute();
  return (
    <Screen title={t("What this can and cannot do")} onBack={back}>
      <h2>{t("It can")}</h2>
      <Can />
      <h2>{t("It cannot")}</h2>
      <Cannot />
    </Screen>
  );
}

/** What it does for the person. */
export function Can(): JSX.Element {
  const { host } = useInside();
  const name = coverName(host.cover);
  return (
    <ul class="points can">
      <Point icon="tick">
        {t("It looks like “{name}” and works like it too.", { name })}
      </Point>
      <Point icon="tick">
        {t(
          "Touch Close and it is gone from the screen at once. What you wrote stays, locked.",
        )}
      </Point>
      <Point icon="tick">
        {t("Only your own way in opens it. It works without the internet.")}
      </Point>
      <Point icon="tick">
        {t(
          "It sends what you write to no one. Not even to the people who gave it to you.",
        )}
      </Point>
    </ul>
  );
}

/** Where it ends. */
export function Cannot(): JSX.Element {
  const { host } = useInside();
  const name = coverName(host.cover);
  return (
    <>
      <ul class="points cannot">
        <Point>
          {t(
            "It cannot hide that “{name}” is on this phone, or that its page was opened.",
            { name },
          )}
        </Point>
        <Point>
          {t(
            "It cannot clear the list of pages in the browser. That list shows only “{name}”.",
            { name },
          )}
        </Point>
        <Point>{t("It cannot stop an app that watches the screen or the keys.")}</Point>
        <Point>
          {t(
            "Some keyboards learn your words. Some phones copy everything to the cloud.",
          )}
        </Point>
        <Point>
          {t("Calls and texts show in the phone's lists, and may show on the bill.")}
        </Point>
        <Point>
          {t(
            "It cannot keep its lock if someone copies the whole phone again and again.",
          )}
        </Point>
        <Point>{t("If you forget your way in, no one can open it for you.")}</Point>
      </ul>
      <p class="note">
        {t(
          "Do you think this phone is watched? Then use another one, such as a friend's or one at a library.",
        )}
      </p>
    </>
  );
}

/** One line of a list of things to know. */
export function Point({
  icon = "dot",
  children,
}: {
  readonly icon?: "dot" | "tick";
  readonly children: string;
}): JSX.Element {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}
