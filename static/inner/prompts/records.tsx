/** A prompt answered with records: each is read at a glance, and opens to be changed. */

import type { JSX } from "preact";
import { answerAt, answered, openStarters, type Place } from "../model/answers.ts";
import type { Prompt, RecordShape } from "../model/content.ts";
import type { RecordItem } from "../model/document.ts";
import { replaced } from "../model/lines.ts";
import { byDay, detail, isBlank, makeRecord, openFirst } from "../model/records.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { inOrder } from "../model/whole.ts";
import { nameOf } from "../screens/named.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { useUndo } from "../ui/undo.tsx";
import { t } from "../words.ts";
import { Entries } from "./entries.tsx";
import { RecordDetails, RecordFields } from "./recordfields.tsx";

/** The records of a prompt. */
export function RecordsPrompt(props: {
  readonly prompt: Prompt;
  readonly place: Place<"records">;
}): JSX.Element | null {
  const { prompt, place } = props;
  const { document, change } = useDocument();
  const shape = prompt.record;
  if (shape === null) return null;
  const { items } = answerAt(document, place);
  const edit = (next: (items: readonly RecordItem[]) => readonly RecordItem[]): void =>
    change((doc) =>
      answered(doc, place, (before) => ({
        kind: "records",
        items: openFirst(next(before.items)),
      })),
    );
  const put = (record: RecordItem): void => edit((before) => replaced(before, record));
  return (
    <div class="records">
      <Entries
        label={prompt.name}
        headline={shape.headline}
        items={items}
        onEdit={edit}
        make={makeRecord}
        addLabel={t("Add one")}
        isBlank={isBlank}
        starters={openStarters(
          prompt,
          items.map((item) => item.text),
        )}
        aside={(record) => <RecordDetails fields={shape.fields} record={record} />}
        mark={(record) => shape.isTicked && <Tick record={record} onChange={put} />}
        beside={(record) => <ToPerson shape={shape} record={record} />}
        more={(record) => (
          <RecordFields fields={shape.fields} record={record} onChange={put} />
        )}
      />
      <Sort
        shape={shape}
        items={items}
        onSort={(field) => edit((now) => byDay(now, field))}
        onUndo={() =>
          // The order alone: what was written since stays.
          edit((now) =>
            inOrder(
              now,
              items.map(({ id }) => id),
            ),
          )
        }
      />
    </div>
  );
}

/** Done or not; what is done moves to the end by itself. */
function Tick(props: {
  readonly record: RecordItem;
  readonly onChange: (record: RecordItem) => void;
}): JSX.Element {
  const { record, onChange } = props;
  return (
    <button
      type="button"
      class="tick"
      role="checkbox"
      aria-checked={record.isDone}
      onClick={() => onChange({ ...record, isDone: !record.isDone })}
    >
      <span class="tick-box">{record.isDone && <Icon name="tick" />}</span>
      <span class="quiet">{t("Done: {what}", { what: record.text })}</span>
    </button>
  );
}

/** The way to the page of whoever stands in the record. */
function ToPerson(props: {
  readonly shape: RecordShape;
  readonly record: RecordItem;
}): JSX.Element | null {
  const { people } = useDocument().document;
  const { go } = useRoute();
  const field = props.shape.fields.find(({ kind }) => kind === "person");
  const id = field === undefined ? "" : detail(props.record, field.id);
  const person = people.find((each) => each.id === id);
  if (person === undefined) return null;
  return (
    <IconButton
      icon="people"
      label={t("To {name}", { name: nameOf(person) })}
      onPress={() => go({ name: "person", id: person.id })}
    />
  );
}

/** Offered only where it would change something. */
function Sort(props: {
  readonly shape: RecordShape;
  readonly items: readonly RecordItem[];
  readonly onSort: (field: string) => void;
  readonly onUndo: () => void;
}): JSX.Element | null {
  const offerUndo = useUndo();
  const { items } = props;
  const field = props.shape.fields.find(({ kind }) => kind === "day");
  if (field === undefined) return null;
  const dated = items.filter((each) => !each.isDone && detail(each, field.id) !== "");
  if (byDay(dated, field.id).every((each, at) => each === dated[at])) return null;
  return (
    <Button
      kind="quiet"
      onPress={() => {
        props.onSort(field.id);
        offerUndo(t("Put in order of days."), props.onUndo);
      }}
    >
      {t("Put in order of days")}
    </Button>
  );
}
