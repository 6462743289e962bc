/** Choosing a way in: a made secret that fits the cover, or one's own with an honest rating. */

import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { language } from "content";
import type { Host } from "../../cover/base/host.ts";
import { useInside } from "../model/inside.ts";
import { fitSecret, showSecret } from "../secret/fit.ts";
import { makeSecret } from "../secret/make.ts";
import { makeDraw } from "../secret/random.ts";
import { guessSeconds, rateOwn } from "../secret/rate.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { t } from "../words.ts";
import { guessWords, refusalWords } from "./rating.ts";

/** Offers a made secret first; hands the chosen one on as it was shown. */
export function Choose({
  onChosen,
  lead,
  care,
}: {
  readonly onChosen: (secret: string) => void;
  /** What the secret will do; without it, it opens this. */
  readonly lead?: string;
  /** What to mind beside the usual. */
  readonly care?: string;
}): JSX.Element {
  const [isOwn, setOwn] = useState(false);
  const { cover } = useInside().host;
  const items = useItems();
  if (items === null) return <p role="status" />;
  // Without a network on a first visit there may be none: one's own secret is the way then.
  const canMake = cover !== "list" || items.length > 0;
  return isOwn || !canMake ? (
    <Own
      items={items}
      care={care}
      onChosen={onChosen}
      onBack={canMake ? () => setOwn(false) : null}
    />
  ) : (
    <Offered
      items={items}
      lead={lead}
      care={care}
      onChosen={onChosen}
      onOwn={() => setOwn(true)}
    />
  );
}

/** The cover's everyday words; `null` while they are on their way. */
function useItems(): readonly string[] | null {
  const { host } = useInside();
  const [items, setItems] = useState<readonly string[] | null>(
    host.cover === "list" ? null : [],
  );
  useEffect(() => {
    if (host.cover === "list") void host.items(language).then(setItems);
  }, []);
  return items;
}

function Offered(props: {
  readonly items: readonly string[];
  readonly lead: string | undefined;
  readonly care: string | undefined;
  readonly onChosen: (secret: string) => void;
  readonly onOwn: () => void;
}): JSX.Element {
  const { cover } = useInside().host;
  const draw = useMemo(() => makeDraw(), []);
  const make = () => makeSecret(cover, props.items, draw);
  const [made, setMade] = useState(make);
  return (
    <>
      <p class="lead">{props.lead ?? usualLead(cover)}</p>
      <p class={`offered ${cover}`} aria-live="polite">
        {showSecret(cover, made.secret)}
      </p>
      <p class="hint">{guessWords(guessSeconds(made.bits))}</p>
      {props.care && <p>{props.care}</p>}
      <p>
        {cover === "list"
          ? t(
              "Make up a small, odd story with the words, in this order. Say it in your head three times.",
            )
          : t(
              "Say it in your head three times, in small groups. Does a part of it remind you of something?",
            )}
      </p>
      <Button onPress={() => props.onChosen(made.secret)}>
        {cover === "list" ? t("Use these words") : t("Use this sum")}
      </Button>
      <Button kind="plain" icon="again" onPress={() => setMade(make())}>
        {cover === "list" ? t("Show others") : t("Show another one")}
      </Button>
      <Button kind="quiet" onPress={props.onOwn}>
        {t("I want to make up my own")}
      </Button>
    </>
  );
}

function usualLead(cover: Host["cover"]): string {
  return cover === "list"
    ? t("These five words open this. In the list they look like shopping.")
    : t("This sum opens this. On the calculator it looks like any other.");
}

function Own(props: {
  readonly items: readonly string[];
  readonly care: string | undefined;
  readonly onChosen: (secret: string) => void;
  /** `null` where none can be made. */
  readonly onBack: (() => void) | null;
}): JSX.Element {
  const { cover } = useInside().host;
  const [typed, setTyped] = useState("");
  const secret = fitSecret(cover, typed);
  const rating = rateOwn(cover, secret, props.items);
  const isEmpty = secret === "";
  const problem =
    rating.isAllowed || isEmpty ? undefined : refusalWords(rating.why, cover);
  const take = (): void => {
    if (rating.isAllowed) props.onChosen(secret);
  };
  return (
    <>
      <p class="lead">
        {cover === "list"
          ? t(
              "Four or more words that do not belong together are good. No names, no dates.",
            )
          : t(
              "A long sum with numbers that mean nothing is good. No dates, no phone numbers.",
            )}
      </p>
      {props.care && <p>{props.care}</p>}
      <Field
        label={cover === "list" ? t("My words") : t("My sum")}
        value={typed}
        isVerbatim
        {...(problem === undefined ? {} : { problem })}
        onInput={setTyped}
        onEnter={take}
      />
      <p class="hint" role="status">
        {rating.isAllowed && !isEmpty && guessWords(rating.seconds)}
      </p>
      <Button isBusy={!rating.isAllowed} onPress={take}>
        {t("Use mine")}
      </Button>
      {props.onBack !== null && (
        <Button kind="quiet" onPress={props.onBack}>
          {t("Make one for me")}
        </Button>
      )}
    </>
  );
}
