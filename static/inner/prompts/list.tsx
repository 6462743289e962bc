/** A prompt answered with a list. */

import type { JSX } from "preact";
import { answerAt, answered, openStarters, type Place } from "../model/answers.ts";
import type { Prompt } from "../model/content.ts";
import { useDocument } from "../model/store.ts";
import { Entries } from "./entries.tsx";

/** The entries of a list prompt. */
export function ListPrompt(props: {
  readonly prompt: Prompt;
  readonly place: Place<"list">;
}): JSX.Element {
  const { prompt, place } = props;
  const { document, change } = useDocument();
  const { items } = answerAt(document, place);
  return (
    <Entries
      label={prompt.name}
      items={items}
      onEdit={(edit) =>
        change((doc) =>
          answered(doc, place, (before) => ({ kind: "list", items: edit(before.items) })),
        )
      }
      make={(item) => item}
      starters={openStarters(
        prompt,
        items.map((item) => item.text),
      )}
    />
  );
}
