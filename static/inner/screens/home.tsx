/** Home: three big doors, what matters to the person, and the rest in two quiet rows. */

import type { JSX } from "preact";
import { priorities, sections } from "content";
import { useInside } from "../model/inside.ts";
import { firstSections } from "../model/priorities.ts";
import { type Route, useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";
import { DueRows } from "./lookagain.tsx";

/** The screen that opens. */
export function Home(): JSX.Element {
  const { store } = useInside();
  const { document } = useDocument();
  const { go } = useRoute();
  const first = firstSections(
    { sections, priorities },
    document.priorities,
    document.settings.notNow,
  );
  return (
    <Screen title={t("Hello")}>
      <p class="lead">{t("Take your time. Nothing here has to be done.")}</p>
      {!store.hasSpace && <Unkept onStart={() => go({ name: "first" })} />}
      <div class="doors">
        <Door
          icon="calm"
          title={t("Calm now")}
          detail={t("Slow down, breathe, feel the ground")}
          to={{ name: "calm" }}
        />
        <Door
          icon="call"
          title={t("Call or text")}
          detail={t("People who listen, day and night")}
          to={{ name: "call" }}
        />
        <Door
          icon="plan"
          title={t("My plan")}
          detail={t("My own words, kept for when I need them")}
          to={{ name: "plan" }}
        />
      </div>
      {first.length > 0 && <h2>{t("First for me")}</h2>}
      {first.length > 0 && (
        <Rows>
          {first.map(({ id, name }) => (
            <Row
              key={id}
              icon="star"
              title={name}
              onPress={() => go({ name: "section", id })}
            />
          ))}
        </Rows>
      )}
      <DueRows most={2} />
      <Rows>
        <Row
          icon="heart"
          title={t("Check in")}
          detail={t("How am I right now?")}
          onPress={() => go({ name: "checkin" })}
        />
        <Row icon="people" title={t("People")} onPress={() => go({ name: "people" })} />
        <Row
          icon="settings"
          title={t("Settings")}
          onPress={() => go({ name: "settings" })}
        />
      </Rows>
    </Screen>
  );
}

function Door(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly to: Route;
}): JSX.Element {
  const { go } = useRoute();
  return (
    <button type="button" class={`door ${props.icon}`} onClick={() => go(props.to)}>
      <span class="door-mark">
        <Icon name={props.icon} />
      </span>
      <span class="row-words">
        <span class="door-title">{props.title}</span>
        <span class="row-detail">{props.detail}</span>
      </span>
    </button>
  );
}

function Unkept({ onStart }: { readonly onStart: () => void }): JSX.Element {
  return (
    <div class="note">
      <p>{t("You can look around. What you write is not kept yet.")}</p>
      <Button kind="plain" icon="key" onPress={onStart}>
        {t("Make my way in")}
      </Button>
    </div>
  );
}
