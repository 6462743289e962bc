/** One section of the plan: its prompts, each with what the person wrote. */

import type { JSX } from "preact";
import { sections } from "content";
import type {
  Prompt,
  PromptKind,
  PromptLink,
  Section as Part,
} from "../model/content.ts";
import type { Place } from "../model/answers.ts";
import { type Route, useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { ContactPrompt } from "../prompts/contact.tsx";
import { DatePrompt } from "../prompts/date.tsx";
import { HavePrompt } from "../prompts/have.tsx";
import { ListPrompt } from "../prompts/list.tsx";
import { RecordsPrompt } from "../prompts/records.tsx";
import { TextPrompt } from "../prompts/text.tsx";
import { YesNoPrompt } from "../prompts/yesno.tsx";
import { Battery } from "../ui/battery.tsx";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { t } from "../words.ts";

/** The screen of the section with this id. */
export function Section({ id }: { readonly id: string }): JSX.Element {
  const { back } = useRoute();
  const section = sections.find((each) => each.id === id);
  if (section === undefined) {
    return (
      <Screen title={t("My plan")} onBack={back}>
        <p>{t("This page is not here any more.")}</p>
      </Screen>
    );
  }
  return (
    <Screen title={section.name} onBack={back}>
      <p class="lead">{section.about}</p>
      <div class={section.isStepwise ? "prompts stepwise" : "prompts"}>
        {section.prompts.map((prompt) => (
          <section class="prompt" key={prompt.id}>
            <h2>{prompt.name}</h2>
            {prompt.help && <p class="hint">{prompt.help}</p>}
            {editorOf(section.id, prompt)}
            <Link to={prompt.link} />
          </section>
        ))}
      </div>
      <PutAway section={section} />
    </Screen>
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
      return <ContactPrompt place={at("contact")} />;
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
  if (to === "practice") return row(t("Practise leaving"), "door", { name: "practice" });
  if (to === "battery") return <Battery />;
  return null;
}

function PutAway({ section }: { readonly section: Part }): JSX.Element {
  const { document, change } = useDocument();
  const { back } = useRoute();
  const isAway = document.settings.notNow.includes(section.id);
  const toggle = (): void => {
    change((doc) => {
      const others = doc.settings.notNow.filter((id) => id !== section.id);
      const notNow = isAway ? others : [...others, section.id];
      return { ...doc, settings: { ...doc.settings, notNow } };
    });
    if (!isAway) back();
  };
  return (
    <Button kind="quiet" onPress={toggle}>
      {isAway ? t("Put this back in my plan") : t("Not now: put this page away")}
    </Button>
  );
}
