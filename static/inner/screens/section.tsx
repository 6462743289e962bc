/** One section of the plan: its prompts, each with what the person wrote. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { promptSet, sectionSet } from "../model/arranging.ts";
import type { Prompt, PromptKind, PromptLink } from "../model/content.ts";
import type { Place } from "../model/answers.ts";
import { type Route, useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import type { ShownPrompt, ShownSection } from "../model/whole.ts";
import { ContactPrompt } from "../prompts/contact.tsx";
import { DatePrompt } from "../prompts/date.tsx";
import { HavePrompt } from "../prompts/have.tsx";
import { ListPrompt } from "../prompts/list.tsx";
import { RecordsPrompt } from "../prompts/records.tsx";
import { TextPrompt } from "../prompts/text.tsx";
import { YesNoPrompt } from "../prompts/yesno.tsx";
import { Battery } from "../ui/battery.tsx";
import { IconButton, Row, Rows } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { useUndo } from "../ui/undo.tsx";
import { usePlan } from "../ui/useplan.ts";
import { t } from "../words.ts";
import { DueNote } from "./lookagain.tsx";
import { PromptTools } from "./prompttools.tsx";
import { SectionTools } from "./sectiontools.tsx";
import { usualName } from "./shape.tsx";

/** The screen of the section with this id; `at` is the prompt to show first. */
export function Section(props: {
  readonly id: string;
  readonly at: string | undefined;
}): JSX.Element {
  const { id, at } = props;
  const { back } = useRoute();
  const { change } = useDocument();
  const place = useRef<HTMLDivElement>(null);
  const section = usePlan().find((each) => each.id === id);
  useLayoutEffect(() => {
    const prompt = place.current?.querySelector(`[data-prompt="${at ?? ""}"]`);
    prompt?.scrollIntoView({ block: "start" });
    prompt?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }, [at]);
  if (section === undefined) {
    return (
      <Screen title={t("My plan")} onBack={back}>
        <p>{t("This page is not here any more.")}</p>
      </Screen>
    );
  }
  const shown = section.prompts.filter(({ isAway }) => !isAway);
  return (
    <Screen title={section.name} onBack={back}>
      {section.about && <p class="lead">{section.about}</p>}
      <DueNote
        again={section.again}
        onAgain={(again) => change(sectionSet(id, (now) => ({ ...now, again })))}
      />
      <div ref={place} class={section.isStepwise ? "prompts stepwise" : "prompts"}>
        {shown.map((prompt) => (
          <PromptPart key={prompt.id} section={section} prompt={prompt} />
        ))}
      </div>
      <AwayParts section={section} />
      <SectionTools section={section} />
    </Screen>
  );
}

function PromptPart(props: {
  readonly section: ShownSection;
  readonly prompt: ShownPrompt;
}): JSX.Element {
  const { section, prompt } = props;
  const { change } = useDocument();
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="prompt" data-prompt={prompt.id} data-kind={prompt.kind}>
      <div class="prompt-head">
        <h2 tabIndex={-1}>{prompt.name}</h2>
        <IconButton
          icon="more"
          label={t("More: {name}", { name: prompt.name })}
          onPress={() => setOpen(true)}
        />
      </div>
      {prompt.help && <p class="hint">{prompt.help}</p>}
      <DueNote
        again={prompt.again}
        onAgain={(again) => change(promptSet(section.id, prompt.id, { again }))}
      />
      {editorOf(section.id, prompt)}
      <Link to={prompt.link} />
      {isOpen && (
        <Sheet title={prompt.name} onClose={() => setOpen(false)}>
          <PromptTools
            section={section.id}
            prompt={prompt}
            usual={usualName(section.id, prompt)}
            onGone={() => setOpen(false)}
          />
        </Sheet>
      )}
    </section>
  );
}

function editorOf(section: string, prompt: Prompt): JSX.Element {
  const at = <K extends PromptKind>(kind: K): Place<K> => ({
    section,
    prompt: prompt.id,
    kind,
  });
  switch (prompt.kind) {
    case "text":
      return <TextPrompt prompt={prompt} place={at("text")} />;
    case "list":
      return <ListPrompt prompt={prompt} place={at("list")} />;
    case "contact":
      return <ContactPrompt label={prompt.name} place={at("contact")} />;
    case "date":
      return <DatePrompt prompt={prompt} place={at("date")} />;
    case "yesno":
      return <YesNoPrompt prompt={prompt} place={at("yesno")} />;
    case "have":
      return <HavePrompt prompt={prompt} place={at("have")} />;
    case "records":
      return <RecordsPrompt prompt={prompt} place={at("records")} />;
  }
}

function Link({ to }: { readonly to: PromptLink }): JSX.Element | null {
  const { go } = useRoute();
  const row = (
    title: string,
    icon: "calm" | "call" | "door",
    route: Route,
  ): JSX.Element => (
    <Rows>
      <Row icon={icon} title={title} onPress={() => go(route)} />
    </Rows>
  );
  if (to === "calm") return row(t("Calm now"), "calm", { name: "calm" });
  if (to === "call") return row(t("Call or text"), "call", { name: "call" });
  if (to === "practice") return row(t("Practice closing"), "door", { name: "practice" });
  if (to === "battery") return <Battery />;
  return null;
}

/** Prompts that were put away: by name only, each with the way back. */
function AwayParts({ section }: { readonly section: ShownSection }): JSX.Element | null {
  const { change } = useDocument();
  const offerUndo = useUndo();
  const away = section.prompts.filter(({ isAway }) => isAway);
  if (away.length === 0) return null;
  const putBack = (id: string): void => {
    change(promptSet(section.id, id, { isAway: false }));
    offerUndo(t("It is back."), () =>
      change(promptSet(section.id, id, { isAway: true })),
    );
  };
  return (
    <details class="part">
      <summary>{t("Not now")}</summary>
      <div class="part-body">
        <Rows>
          {away.map(({ id, name }) => (
            <Row
              key={id}
              title={name}
              detail={t("Put this back")}
              onPress={() => putBack(id)}
            />
          ))}
        </Rows>
      </div>
    </details>
  );
}
