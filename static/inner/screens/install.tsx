/** How to put the cover on the home screen, for the phone at hand. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { coverName } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import { type Platform, platformOf } from "../model/platform.ts";
import { useRoute } from "../model/route.ts";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The screen in Settings. */
export function InstallScreen(): JSX.Element {
  const { back } = useRoute();
  return (
    <Screen title={t("Put it on the home screen")} onBack={back}>
      <InstallSteps />
    </Screen>
  );
}

/** Why, how, and what comes after. */
export function InstallSteps(): JSX.Element {
  const { host, store } = useInside();
  const [hasNoOffer, setNoOffer] = useState(false);
  const platform = platformOf(navigator);
  const name = coverName(host.cover);
  const offer = async (): Promise<void> => setNoOffer(!(await host.install()));
  return (
    <>
      <p class="lead">
        {t(
          "An icon called “{name}” on the home screen opens faster, and works without the internet.",
          { name },
        )}
      </p>
      <ol class="steps">
        {stepsFor(platform, name).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {(platform === "android" || platform === "desktop") && !hasNoOffer && (
        <Button kind="plain" icon="phone" onPress={() => void offer()}>
          {t("Ask the browser to do it")}
        </Button>
      )}
      <div role="status">
        {hasNoOffer && (
          <p class="note">{t("The browser did not add it. The steps above work too.")}</p>
        )}
      </div>
      {!store.hasSpace && <p class="note">{afterwards(platform)}</p>}
    </>
  );
}

function stepsFor(platform: Platform, name: string): readonly string[] {
  switch (platform) {
    case "ios":
      return [
        t("Touch the Share sign, a square with an arrow that points up."),
        t("Choose “Add to Home Screen”, then “Add”."),
        t("Open “{name}” from the home screen and type the start code there.", { name }),
      ];
    case "samsung":
      return [
        t("Touch the menu with three lines."),
        t("Choose “Add page to”, then “Home screen”."),
        t("Open “{name}” from the home screen.", { name }),
      ];
    case "android-firefox":
      return [
        t("Touch the menu with three dots."),
        t("Choose “Add app to Home screen”."),
        t("Open “{name}” from the home screen.", { name }),
      ];
    case "android":
      return [
        t("Touch the menu with three dots."),
        t("Choose “Add to home screen” or “Install app”."),
        t("Open “{name}” from the home screen.", { name }),
      ];
    case "desktop":
      return [
        t(
          "Look for the install sign at the end of the address bar, or in the browser's menu.",
        ),
        t("Choose “Install”."),
      ];
  }
}

/** iOS keeps the icon's data apart from the browser's, so the way in has to be made in there. */
function afterwards(platform: Platform): string {
  return platform === "ios"
    ? t(
        "Do this first. The icon keeps its own things. What you make here in the browser does not come along.",
      )
    : t("This is best done first. Then open the icon and type the start code there.");
}
