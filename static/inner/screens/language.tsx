/** The language of the app; another one is fetched once and shows at the next opening. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { language } from "content";
import { useInside } from "../model/inside.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Choice } from "../ui/choice.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** Languages by their own names, never translated. */
const LANGUAGES = [
  { value: "en", name: "English" },
  { value: "es", name: "Español" },
] as const;

type Progress = "none" | "fetching" | "ready" | "failed";

/** The screen in Settings. */
export function Language(): JSX.Element {
  const { host } = useInside();
  const { document, change } = useDocument();
  const { back } = useRoute();
  const [progress, setProgress] = useState<Progress>("none");
  const picked = document.settings.language || language;
  const pick = async (value: string): Promise<void> => {
    const path = document.kit?.packs?.[value];
    setProgress("fetching");
    const isKept = path !== undefined && (await host.changePack(path).catch(() => false));
    if (isKept)
      change((doc) => ({ ...doc, settings: { ...doc.settings, language: value } }));
    setProgress(isKept ? "ready" : "failed");
  };
  return (
    <Screen title={t("Language")} onBack={back}>
      <Choice
        label={t("I read best in")}
        hint={t(
          "Changing it needs the internet once. Your own words stay as you wrote them.",
        )}
        options={LANGUAGES}
        value={LANGUAGES.find(({ value }) => value === picked)?.value ?? "en"}
        onChange={(value) => void pick(value)}
      />
      <p role="status" class="hint">
        {progressWords(progress)}
      </p>
    </Screen>
  );
}

function progressWords(progress: Progress): string {
  switch (progress) {
    case "none":
      return "";
    case "fetching":
      return t("One moment…");
    case "ready":
      return t("Done. You will see it the next time you open this.");
    case "failed":
      return t("It could not be fetched. Is there internet? Nothing was changed.");
  }
}
