/** Check in: how am I, how safe does it feel, one line; all of it may stay empty. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  type CheckIn,
  checkedIn,
  isHard,
  isPracticeDue,
  makeCheckIn,
} from "../model/checkin.ts";
import { isoDay } from "../model/days.ts";
import { type Document, makeId } from "../model/document.ts";
import { useInside } from "../model/inside.ts";
import { type Route, useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Face } from "../ui/face.tsx";
import { Field } from "../ui/field.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { ANSWERS, moodName, safetyName } from "./levels.ts";

/** The screen; the first answer makes today's entry, and every further one changes it until Done. */
export function CheckInScreen(): JSX.Element {
  const { document, change } = useDocument();
  const { go, back } = useRoute();
  const { checkIn } = useInside();
  const [fresh] = useState(() => {
    const today = isoDay(new Date());
    return makeCheckIn(checkIn.value + today, today);
  });
  const one = document.checkIns.find(({ id }) => id === fresh.id) ?? fresh;
  const put = (part: Partial<CheckIn>): void =>
    change((doc) => ({
      ...doc,
      checkIns: checkedIn(doc.checkIns, { ...one, ...part }),
    }));
  return (
    <Screen title={t("Check in")} onBack={back}>
      <p class="lead">{t("Say what you like. Leave out what you like.")}</p>
      <div class="faces">
        <Choice
          label={t("How am I?")}
          options={ANSWERS.map((value) => ({
            value,
            name: moodName(value),
            ...(value === "" ? {} : { mark: <Face level={value} /> }),
          }))}
          value={one.mood}
          onChange={(mood) => put({ mood })}
        />
      </div>
      <Choice
        label={t("How safe does it feel?")}
        options={ANSWERS.map((value) => ({ value, name: safetyName(value) }))}
        value={one.safety}
        onChange={(safety) => put({ safety })}
      />
      <Field
        label={t("A line about today")}
        value={one.line}
        multiline
        onInput={(line) => put({ line })}
      />
      <Ways one={one} document={document} today={fresh.day} />
      <Button
        icon="tick"
        onPress={() => {
          checkIn.set(makeId());
          back();
        }}
      >
        {t("Done")}
      </Button>
      {document.checkIns.length > 0 && (
        <Button kind="quiet" onPress={() => go({ name: "checkins" })}>
          {t("Look back")}
        </Button>
      )}
    </Screen>
  );
}

/** What may help now; offered, never in the way. */
function Ways(props: {
  readonly one: CheckIn;
  readonly document: Document;
  readonly today: string;
}): JSX.Element | null {
  const { one, document, today } = props;
  const { go } = useRoute();
  const way = (icon: IconName, title: string, detail: string, to: Route): JSX.Element => (
    <Row key={title} icon={icon} title={title} detail={detail} onPress={() => go(to)} />
  );
  const ways = [
    isHard(one.mood) &&
      way("calm", t("Calm now"), t("Something small that may help"), { name: "calm" }),
    (isHard(one.mood) || isHard(one.safety)) &&
      way("call", t("Call or text"), t("You do not have to be alone with it"), {
        name: "call",
      }),
    isPracticeDue(document, today) &&
      way("again", t("Practice closing"), t("It is quick."), {
        name: "practice",
      }),
  ].filter((each) => each !== false);
  return ways.length === 0 ? null : <Rows>{ways}</Rows>;
}
