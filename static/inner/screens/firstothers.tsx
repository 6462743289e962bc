/** Asks for other ways in on this phone, so that what they open is not written over. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Host } from "../../cover/base/host.ts";
import { fitSecret } from "../secret/fit.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { t } from "../words.ts";

const MAX_OTHERS = 4;

/** The question, its reason, and fields only for those who say yes. */
export function Others(props: {
  readonly cover: Host["cover"];
  /** The question, and the words for "no", where this is not the first way in. */
  readonly asks?: { readonly question: string; readonly none: string };
  readonly onDone: (others: readonly string[]) => void;
}): JSX.Element {
  const { cover, asks, onDone } = props;
  const [typed, setTyped] = useState<readonly string[]>([]);
  const put = (at: number, value: string): void =>
    setTyped(typed.map((each, index) => (index === at ? value : each)));
  if (typed.length === 0) {
    return (
      <>
        <p class="lead">
          {asks?.question ??
            t("Did you make a way in on this phone before, that you want to keep?")}
        </p>
        <p>
          {t(
            "The phone cannot tell. That is on purpose: then no one else can tell either. If you have one, type it here. If you do not, it may be lost.",
          )}
        </p>
        <Button onPress={() => onDone([])}>
          {asks?.none ?? t("No, this is the first")}
        </Button>
        <Button kind="plain" onPress={() => setTyped([""])}>
          {t("Yes, I have one")}
        </Button>
      </>
    );
  }
  const others = typed
    .map((each) => fitSecret(cover, each))
    .filter((each) => each !== "");
  return (
    <>
      <p class="lead">{t("Type each one as you do when you open it.")}</p>
      {typed.map((value, index) => (
        <Field
          // Fields have no identity but their place.
          key={index}
          label={cover === "list" ? t("Words I already have") : t("Sum I already have")}
          value={value}
          isVerbatim
          onInput={(text) => put(index, text)}
        />
      ))}
      {typed.length < MAX_OTHERS && (
        <Button kind="quiet" icon="plus" onPress={() => setTyped([...typed, ""])}>
          {t("One more")}
        </Button>
      )}
      <Button onPress={() => onDone(others)}>{t("Go on")}</Button>
    </>
  );
}
