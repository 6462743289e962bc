/** Settings: a short list of doors; each leads to one small screen. */

import type { JSX } from "preact";
import { useInside } from "../model/inside.ts";
import { type Route, useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { Row, Rows } from "../ui/button.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

interface Entry {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly to: Route;
}

/** The list. */
export function Settings(): JSX.Element {
  const { host, store } = useInside();
  const { document } = useDocument();
  const { go, back } = useRoute();
  const { hasSpace } = store;
  // Kits of earlier releases do not say where the notebook is.
  const canHaveSecond = hasSpace && document.kit?.notes !== undefined;
  const rows = (entries: readonly Entry[]): JSX.Element => (
    <Rows>
      {entries.map(({ icon, title, detail, to }) => (
        <Row
          key={title}
          icon={icon}
          title={title}
          detail={detail}
          onPress={() => go(to)}
        />
      ))}
    </Rows>
  );
  return (
    <Screen title={t("Settings")} onBack={back}>
      {rows(leavingEntries())}
      {rows(ownEntries(hasSpace, canHaveSecond))}
      {rows(phoneEntries(host.isInstalled))}
      {rows(goneEntries(hasSpace))}
    </Screen>
  );
}

function leavingEntries(): readonly Entry[] {
  return [
    {
      icon: "door",
      title: t("Closing"),
      detail: t("By itself, when turned over or shaken"),
      to: { name: "leaving" },
    },
    {
      icon: "again",
      title: t("Practice closing"),
      detail: t("Until your hands know it"),
      to: { name: "practice" },
    },
  ];
}

function ownEntries(hasSpace: boolean, canHaveSecond: boolean): readonly Entry[] {
  const second: Entry = {
    icon: "plan",
    title: t("A second way in"),
    detail: t("Opens a plain notebook"),
    to: { name: "second" },
  };
  const remind: Entry = {
    icon: "bell",
    title: t("Remind me"),
    detail: t("A line on the phone, at times I pick"),
    to: { name: "remind" },
  };
  return [
    {
      icon: "key",
      title: t("My way in"),
      detail: hasSpace ? t("Change it") : t("Make it, so that your words are kept"),
      to: hasSpace ? { name: "secret" } : { name: "first" },
    },
    ...(canHaveSecond ? [second] : []),
    {
      icon: "star",
      title: t("What matters to me first"),
      detail: t("Sets the order of my plan"),
      to: { name: "matters" },
    },
    ...(hasSpace ? [remind] : []),
    {
      icon: "words",
      title: t("Language"),
      detail: "English · Español",
      to: { name: "language" },
    },
  ];
}

function phoneEntries(isInstalled: boolean): readonly Entry[] {
  const install: Entry = {
    icon: "phone",
    title: t("Put it on the home screen"),
    detail: t("Opens faster"),
    to: { name: "install" },
  };
  return [
    ...(isInstalled ? [] : [install]),
    {
      icon: "info",
      title: t("What this can and cannot do"),
      detail: t("Good to know"),
      to: { name: "limits" },
    },
  ];
}

function goneEntries(hasSpace: boolean): readonly Entry[] {
  const eraser: Entry = {
    icon: "close",
    title: t("A way to wipe"),
    detail: t("From the outside, with no sign"),
    to: { name: "eraser" },
  };
  return [
    ...(hasSpace ? [eraser] : []),
    {
      icon: "bin",
      title: t("Remove what I wrote"),
      detail: t("For good"),
      to: { name: "erase" },
    },
  ];
}
