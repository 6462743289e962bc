/** Typing a chosen secret once more, as it will be typed in the cover. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useInside } from "../model/inside.ts";
import { fitSecret, showSecret } from "../secret/fit.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { t } from "../words.ts";

/** Asks for `secret` once more, then runs `onSame`; `problem` is what went wrong after that. */
export function Again(props: {
  readonly secret: string;
  readonly isBusy: boolean;
  readonly problem: string;
  /** Words of the button; without them, it is the way in. */
  readonly done?: string;
  readonly onSame: () => void;
}): JSX.Element {
  const { secret, isBusy, problem, onSame } = props;
  const { cover } = useInside().host;
  const [typed, setTyped] = useState("");
  const [isShown, setShown] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const compare = (): void => {
    const isSame = fitSecret(cover, typed) === fitSecret(cover, secret);
    setWrong(!isSame);
    if (isSame) onSame();
  };
  const trouble = isWrong
    ? t("Not quite the same. Look at it once more, there is no hurry.")
    : problem;
  return (
    <>
      <p class="lead">
        {cover === "list"
          ? t(
              "Type your words once more, as you will in the list. Big or small letters do not matter.",
            )
          : t("Type your sum once more, as you will on the calculator.")}
      </p>
      {isShown && <p class={`offered ${cover}`}>{showSecret(cover, secret)}</p>}
      <Field
        label={cover === "list" ? t("My words") : t("My sum")}
        value={typed}
        isVerbatim
        {...(trouble === "" ? {} : { problem: trouble })}
        onInput={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        onEnter={compare}
      />
      <Button isBusy={isBusy} onPress={compare}>
        {isBusy ? t("One moment…") : (props.done ?? t("This is my way in"))}
      </Button>
      {!isShown && (
        <Button kind="quiet" icon="eye" onPress={() => setShown(true)}>
          {t("Show it again")}
        </Button>
      )}
    </>
  );
}
