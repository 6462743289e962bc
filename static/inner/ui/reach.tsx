/** Call, text, or show the number large; the first time it says what others may see of it. */

import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { callAddress, type TextTarget, textAddress } from "../model/address.ts";
import { useDocument } from "../model/store.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import { Sheet } from "./sheet.tsx";

/** The ways to reach someone in one tap. An empty `call` or a `text` of `null` leaves that way out. */
export function Reach(props: {
  readonly name: string;
  readonly call: string;
  readonly text: TextTarget | null;
  /** The number for dialling on another phone; empty for none. */
  readonly shown: string;
  /** What else can be done, beside the number. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { name, call, text, shown } = props;
  const { document, change } = useDocument();
  const [sheet, setSheet] = useState<"call" | "text" | "number" | null>(null);
  const close = (): void => setSheet(null);
  const { isBillKnown, isTextKnown } = document.settings;
  const known = (): void =>
    change((doc) => ({
      ...doc,
      settings: {
        ...doc.settings,
        ...(sheet === "call" ? { isBillKnown: true } : { isTextKnown: true }),
      },
    }));
  const way = (kind: "call" | "text", href: string, word: string): JSX.Element =>
    (kind === "call" ? isBillKnown : isTextKnown) ? (
      <Way icon={kind} href={href} label={name}>
        {word}
      </Way>
    ) : (
      <Button icon={kind} onPress={() => setSheet(kind)}>
        {word}
        <span class="quiet"> {name}</span>
      </Button>
    );
  return (
    <div class="reach">
      {call !== "" && way("call", callAddress(call), t("Call"))}
      {text !== null && way("text", textAddress(text), t("Text"))}
      {shown !== "" && (
        <Button kind="plain" icon="eye" about={name} onPress={() => setSheet("number")}>
          {t("Large number")}
        </Button>
      )}
      {props.children}
      {sheet === "number" && (
        <Sheet title={name} onClose={close}>
          <p class="large-number">{shown}</p>
          <p>
            {call === ""
              ? textWords(text)
              : t("You can dial this on another phone. Then nothing shows on yours.")}
          </p>
        </Sheet>
      )}
      {(sheet === "call" || sheet === "text") && (
        <Sheet title={t("Before you go on")} onClose={close}>
          <p>
            {sheet === "call"
              ? t(
                  "The call stays in this phone's call list. It may show on the phone bill too.",
                )
              : t(
                  "The text stays on this phone until you delete it. It may show on the phone bill too.",
                )}
          </p>
          <p>{t("This app closes by itself when the other one opens.")}</p>
          <Way
            icon={sheet}
            href={
              sheet === "call" || text === null ? callAddress(call) : textAddress(text)
            }
            label={name}
            onPress={known}
          >
            {sheet === "call" ? t("Call now") : t("Write now")}
          </Way>
          <Button kind="plain" icon="eye" onPress={() => setSheet("number")}>
            {t("Large number")}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

/** How a text is sent, in words; empty where the number says it all. */
export function textWords(text: TextTarget | null): string {
  return text?.word
    ? t("Send the word {word} to {number}", { word: text.word, number: text.number })
    : "";
}

function Way(props: {
  readonly icon: "call" | "text";
  readonly href: string;
  readonly label: string;
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <a class="button main" href={props.href} onClick={props.onPress}>
      <Icon name={props.icon} />
      <span>
        {props.children}
        <span class="quiet"> {props.label}</span>
      </span>
    </a>
  );
}
