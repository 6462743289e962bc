/** What the person reads about a second way in, page by page. */

import type { JSX } from "preact";
import type { Host } from "../../cover/base/host.ts";
import { Rows, Switch } from "../ui/button.tsx";
import { t } from "../words.ts";
import { Point } from "./limits.tsx";

/** What it is for, and what it cannot do. */
export function About({ cover }: { readonly cover: Host["cover"] }): JSX.Element {
  return (
    <>
      <p class="lead">
        {cover === "list"
          ? t(
              "Does someone make you open this? Then type other words. They open a plain notebook, and nothing you wrote here.",
            )
          : t(
              "Does someone make you open this? Then type another sum. It opens a plain notebook, and nothing you wrote here.",
            )}
      </p>
      <ul class="points">
        <Point>
          {t(
            "From one look at this phone, no one can prove that you have one. You cannot prove that you have none.",
          )}
        </Point>
        <Point>
          {t("Someone who knows this app may not believe it. You know them best.")}
        </Point>
        <Point>{t("A notebook with a few small notes of yours looks more real.")}</Point>
        <Point>{t("Whoever gets in here can see on this page if you have one.")}</Point>
      </ul>
    </>
  );
}

/** Whether opening it wipes what is here, with all that this means. */
export function Wipes(props: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): JSX.Element {
  const { isOn, onChange } = props;
  return (
    <>
      <p class="lead">{t("If this is off, both ways in work, as often as you like.")}</p>
      <Rows>
        <Switch
          label={t("Also wipe what I wrote here")}
          hint={t("The first time the notebook is opened")}
          isOn={isOn}
          onChange={onChange}
        />
      </Rows>
      <div role="status">
        {isOn && (
          <ul class="points">
            <Point>
              {t(
                "It wipes without a question and without a sign. After that, only the notebook opens.",
              )}
            </Point>
            <Point>
              {t(
                "No one can bring your words back. Not even you. A wrong moment cannot be undone.",
              )}
            </Point>
            <Point>
              {t(
                "Copies that someone made of this phone before stay. With a copy and the new words, they could see that it is set to wipe.",
              )}
            </Point>
          </ul>
        )}
      </div>
    </>
  );
}

/** How to use the one just made. */
export function Ready(props: {
  readonly cover: Host["cover"];
  readonly alsoErases: boolean;
}): JSX.Element {
  const { cover, alsoErases } = props;
  return (
    <>
      <p class="lead">
        {cover === "list"
          ? t("The new words open the notebook. Type them as one new item.")
          : t("The new sum opens the notebook. Type it and touch =.")}
      </p>
      {alsoErases ? (
        <p class="note">
          {t(
            "Do not try it out. The first time it opens, all you wrote here is gone for good.",
          )}
        </p>
      ) : (
        <p>
          {t(
            "Try it soon: touch Close and open the notebook. Write a few small things in it.",
          )}
        </p>
      )}
    </>
  );
}
