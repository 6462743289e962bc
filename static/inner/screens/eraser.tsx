/** A secret that wipes everything when it is typed into the cover, and looks like any entry. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Host } from "../../cover/base/host.ts";
import { coverName } from "../model/cover.ts";
import { useInside } from "../model/inside.ts";
import { outcomeWords } from "../model/outcome.ts";
import { useRoute } from "../model/route.ts";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { Another } from "./another.tsx";
import { Point } from "./limits.tsx";
import { TakeAway, useThere } from "./there.tsx";

/** The screen in Settings. */
export function Eraser(): JSX.Element {
  const { host } = useInside();
  const { back } = useRoute();
  const [isThere, setThere] = useThere(() => host.hasEraser());
  const [step, setStep] = useState<"about" | "make" | "done">("about");
  const isList = host.cover === "list";
  switch (step) {
    case "about":
      return (
        <Screen key="about" title={t("A way to wipe")} onBack={back}>
          <About cover={host.cover} />
          {isThere !== null && (
            <Button kind={isThere ? "plain" : "main"} onPress={() => setStep("make")}>
              {isThere ? t("Make a new one instead") : t("Make one")}
            </Button>
          )}
          {isThere === true && (
            <TakeAway
              warning={t("Then it wipes nothing any more.")}
              remove={() => host.removeEraser()}
              onGone={() => setThere(false)}
            />
          )}
          <p class="hint" role="status">
            {isThere !== null &&
              (isThere
                ? t("You have one. A new one takes its place.")
                : t("You have none now."))}
          </p>
        </Screen>
      );
    case "make":
      return (
        <Another
          title={t("A way to wipe")}
          lead={
            isList
              ? t("These five words wipe it all. In the list they look like shopping.")
              : t("This sum wipes it all. On the calculator it looks like any other.")
          }
          care={t("Make it very different from your way in, so that no slip wipes it.")}
          create={(secret, others) => host.createEraser(secret, others)}
          explain={outcomeWords}
          onDone={() => setStep("done")}
          onBack={() => setStep("about")}
        />
      );
    case "done":
      return (
        <Screen key="done" title={t("It is ready")} onBack={back}>
          <p class="lead">
            {isList
              ? t("The new words wipe it all when you add them to the list.")
              : t("The new sum wipes it all when you touch =.")}
          </p>
          <p class="note">{t("Do not try it out. It cannot be undone.")}</p>
          <Button onPress={back}>{t("Good")}</Button>
        </Screen>
      );
  }
}

function About({ cover }: { readonly cover: Host["cover"] }): JSX.Element {
  const isList = cover === "list";
  return (
    <>
      <p class="lead">
        {isList
          ? t("Words that you type in the list. They wipe all you wrote here, at once.")
          : t("A sum that you type. It wipes all you wrote here, at once.")}
      </p>
      <ul class="points">
        <Point>{t("It asks nothing first. No one can undo it. Not even you.")}</Point>
        <Point>
          {t("It wipes every way in to “{name}”. It works without the internet.", {
            name: coverName(cover),
          })}
        </Point>
        <Point>
          {isList
            ? t(
                "The words stay on the list like any item. Nothing shows that it is done. Keep the list open for a few seconds.",
              )
            : t(
                "It shows its result like any sum. Nothing shows that it is done. Keep the calculator open for a few seconds.",
              )}
        </Point>
        <Point>{t("Copies that someone made of this phone before stay.")}</Point>
        <Point>{t("Whoever gets in here can see on this page if you have one.")}</Point>
      </ul>
    </>
  );
}
