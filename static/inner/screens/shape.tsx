/** One page of the plan, to change: its name, its parts, their order, and parts of one's own. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { sections } from "content";
import { promptAdded, sectionDeleted, sectionSet } from "../model/arranging.ts";
import { isBegun } from "../model/answers.ts";
import { makeId } from "../model/document.ts";
import {
  MAX_OWN_PROMPTS,
  OWN_KINDS,
  type OwnKind,
  USUAL_SECTION,
} from "../model/frame.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { placed, type ShownPrompt, type ShownSection } from "../model/whole.ts";
import { Arranger } from "../ui/arranger.tsx";
import { Button } from "../ui/button.tsx";
import { focusBox, Rename } from "../ui/rename.tsx";
import { Screen } from "../ui/screen.tsx";
import { useUndo } from "../ui/undo.tsx";
import { nameless, usePlan } from "../ui/useplan.ts";
import { t } from "../words.ts";
import { movedTo } from "./arrange.tsx";
import { PromptTools } from "./prompttools.tsx";
import { AddPrompt, Helps } from "./shapeparts.tsx";

/** The screen for the section with this id. */
export function Shape({ id }: { readonly id: string }): JSX.Element {
  const { back } = useRoute();
  const section = usePlan().find((each) => each.id === id);
  if (section === undefined) {
    return (
      <Screen title={t("My plan")} onBack={back}>
        <p>{t("This page is not here any more.")}</p>
      </Screen>
    );
  }
  return <Page section={section} />;
}

function Page({ section }: { readonly section: ShownSection }): JSX.Element {
  const { document, change } = useDocument();
  const { replace, back } = useRoute();
  const { id, isOwn } = section;
  const frame = document.plan.sections[id] ?? USUAL_SECTION;
  const place = useRef<HTMLDivElement>(null);
  const usual = sections.find((each) => each.id === id)?.name ?? t("My own page");
  const goBack = (): void => {
    // A page of one's own without a name or a word is no loss.
    const isBare = isOwn && frame.name === "" && frame.own.length < 2;
    if (isBare && !isBegun(document, section)) change(sectionDeleted(document, id)[0]);
    back();
  };
  // After the screen's own heading took the focus.
  useLayoutEffect(() => {
    if (isOwn && frame.name === "") focusBox(place.current);
  }, []);
  return (
    <Screen
      title={isOwn && frame.name === "" ? t("My own page") : section.name}
      onBack={goBack}
    >
      <div ref={place}>
        <Rename
          label={t("Name of this page")}
          name={isOwn ? frame.name : section.name}
          usual={usual}
          onName={(name) => change(sectionSet(id, (now) => ({ ...now, name })))}
        />
      </div>
      {isOwn && <Helps section={section} />}
      <h2>{t("What is on it")}</h2>
      <Parts section={section} />
      <Button icon="tick" onPress={() => replace({ name: "section", id })}>
        {t("Open this page")}
      </Button>
      {isOwn && <Delete section={section} />}
    </Screen>
  );
}

function Parts({ section }: { readonly section: ShownSection }): JSX.Element {
  const { document, change } = useDocument();
  const offerUndo = useUndo();
  const [open, setOpen] = useState("");
  const { id, prompts } = section;
  const frame = document.plan.sections[id] ?? USUAL_SECTION;
  const shown = prompts.filter(({ isAway }) => !isAway);
  const away = prompts.filter(({ isAway }) => isAway);
  const setOrder = (order: readonly string[]): void =>
    change(sectionSet(id, (now) => ({ ...now, order })));
  const place = (prompt: string, to: number): void => {
    const { order } = frame;
    const ids = (all: readonly ShownPrompt[]): readonly string[] =>
      all.map((each) => each.id);
    setOrder(placed(ids(prompts), ids(shown), prompt, to));
    offerUndo(movedTo(to, shown.length), () => setOrder(order));
  };
  const add = (kind: OwnKind): void => {
    const own = makeId();
    change(promptAdded(id, own, kind));
    setOpen(own);
  };
  const tools = (part: string): JSX.Element | null => {
    const prompt = prompts.find((each) => each.id === part);
    if (prompt === undefined) return null;
    return (
      <PromptTools
        section={id}
        prompt={prompt}
        usual={usualName(id, prompt)}
        onGone={() => setOpen("")}
      />
    );
  };
  return (
    <>
      <Arranger
        rows={shown}
        open={open}
        onOpen={setOpen}
        onPlace={place}
        tools={(row) => tools(row.id)}
      />
      {frame.own.length < MAX_OWN_PROMPTS && <AddPrompt onKind={add} />}
      {away.length > 0 && (
        <details class="part">
          <summary>{t("Not now")}</summary>
          <div class="part-body">
            {away.map((prompt) => (
              <div key={prompt.id} class="away">
                <p>{prompt.name}</p>
                {tools(prompt.id)}
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** What a prompt is called when the person calls it nothing. */
export function usualName(section: string, prompt: ShownPrompt): string {
  const usual = sections.find((each) => each.id === section)?.prompts ?? [];
  const kind = OWN_KINDS.find((each) => each === prompt.kind) ?? "text";
  return usual.find((each) => each.id === prompt.id)?.name ?? nameless()[kind];
}

function Delete({ section }: { readonly section: ShownSection }): JSX.Element {
  const { document, change } = useDocument();
  const { go } = useRoute();
  const offerUndo = useUndo();
  const remove = (): void => {
    const [without, again] = sectionDeleted(document, section.id);
    change(without);
    go({ name: "home" });
    go({ name: "plan" });
    offerUndo(t("Deleted."), () => change(again));
  };
  return (
    <Button kind="quiet" icon="bin" onPress={remove}>
      {t("Delete this page, with what I wrote")}
    </Button>
  );
}
