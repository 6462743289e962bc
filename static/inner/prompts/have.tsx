/** A prompt answered with things that are there or still needed. */

import type { JSX } from "preact";
import {
  answerAt,
  answered,
  isUnsaid,
  openStarters,
  type Place,
} from "../model/answers.ts";
import type { Prompt } from "../model/content.ts";
import type { Supply } from "../model/document.ts";
import { replaced } from "../model/lines.ts";
import { useDocument } from "../model/store.ts";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { t } from "../words.ts";
import { Entries } from "./entries.tsx";

/** The things of a have-or-need prompt. */
export function HavePrompt(props: {
  readonly prompt: Prompt;
  readonly place: Place<"have">;
}): JSX.Element {
  const { prompt, place } = props;
  const { document, change } = useDocument();
  const { items } = answerAt(document, place);
  const edit = (next: (items: readonly Supply[]) => readonly Supply[]): void =>
    change((doc) =>
      answered(doc, place, (before) => ({ kind: "supplies", items: next(before.items) })),
    );
  const put = (supply: Supply): void => edit((before) => replaced(before, supply));
  return (
    <Entries
      label={prompt.name}
      items={items}
      onEdit={edit}
      make={(item): Supply => ({ ...item, state: "", where: "" })}
      isBlank={isUnsaid}
      starters={openStarters(
        prompt,
        items.map((item) => item.text),
      )}
      aside={(supply) => <State supply={supply} />}
      beside={(supply) =>
        supply.state === "" && (
          <HaveOrNeed name={supply.text} onPick={(state) => put({ ...supply, state })} />
        )
      }
      more={(supply) => (
        <div class="more">
          <Choice
            label={t("Is it there?")}
            options={[
              { value: "have", name: t("I have it") },
              { value: "need", name: t("I need it") },
              { value: "", name: t("Not said") },
            ]}
            value={supply.state}
            onChange={(state) => put({ ...supply, state })}
          />
          <Field
            label={t("Where it is, or where to get it")}
            value={supply.where}
            onInput={(where) => put({ ...supply, where })}
          />
        </div>
      )}
    />
  );
}

/** One touch says it; afterwards the words stand under the thing, and opening it changes them. */
function HaveOrNeed(props: {
  readonly name: string;
  readonly onPick: (state: "have" | "need") => void;
}): JSX.Element {
  const pick = (state: "have" | "need", name: string): JSX.Element => (
    <button
      type="button"
      class="chip"
      aria-label={`${name}: ${props.name}`}
      onClick={(event) => {
        // The chips go; whoever uses keys stays at this thing.
        const entry = event.currentTarget.closest("li");
        props.onPick(state);
        entry?.querySelector<HTMLElement>(".entry-words")?.focus();
      }}
    >
      {name}
    </button>
  );
  return (
    <span class="beside">
      {pick("have", t("I have it"))}
      {pick("need", t("I need it"))}
    </span>
  );
}

function State({ supply }: { readonly supply: Supply }): JSX.Element | null {
  const words = [
    supply.state === "have" && t("I have it"),
    supply.state === "need" && t("I need it"),
    supply.where.trim(),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <span class="row-detail" data-state={supply.state}>
      {words.join(" · ")}
    </span>
  );
}
