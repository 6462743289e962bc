/** The details of one record: as lines to read, and as fields to fill, the fewest at first. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { RecordField } from "../model/content.ts";
import { isoDay } from "../model/days.ts";
import type { Person, RecordItem } from "../model/document.ts";
import { detail, dueWords, filled, withDetail } from "../model/records.ts";
import { useDocument } from "../model/store.ts";
import { nameOf } from "../screens/named.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import { day, t } from "../words.ts";
import { DayField } from "./date.tsx";
import { PersonField } from "./personfield.tsx";

/** What stands in a record, a line each, and what its days softly say. */
export function RecordDetails(props: {
  readonly fields: readonly RecordField[];
  readonly record: RecordItem;
}): JSX.Element {
  const { fields, record } = props;
  const { people } = useDocument().document;
  return (
    <>
      {filled(fields, record).map((field) => (
        <span key={field.id} class="detail">
          <span class="detail-name">{field.name}: </span>
          {inWords(field, detail(record, field.id), people)}
        </span>
      ))}
      {dueWords(fields, record, isoDay(new Date())).map((words) => (
        <span key={words} class="due">
          {words}
        </span>
      ))}
    </>
  );
}

function inWords(field: RecordField, value: string, people: readonly Person[]): string {
  switch (field.kind) {
    case "day":
      return day(value);
    case "choice":
      return field.options.find(({ id }) => id === value)?.name ?? value;
    case "person": {
      const person = people.find(({ id }) => id === value);
      return person === undefined ? t("Not on the People page now") : nameOf(person);
    }
    case "text":
    case "number":
      return value;
  }
}

/** Fields to fill: the first few, those with something in them, and the others on request. */
export function RecordFields(props: {
  readonly fields: readonly RecordField[];
  readonly record: RecordItem;
  readonly onChange: (record: RecordItem) => void;
}): JSX.Element {
  const { fields, record, onChange } = props;
  const [isLong, setLong] = useState(false);
  // Decided when the record opens: a field that is being emptied must not vanish.
  const [shown] = useState(() =>
    fields.filter((field) => field.isFirst || detail(record, field.id) !== ""),
  );
  const all = isLong ? fields : shown;
  return (
    <div class="more">
      {all.map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={detail(record, field.id)}
          onChange={(value) => onChange(withDetail(record, field.id, value))}
        />
      ))}
      {all.length < fields.length && (
        <Button kind="quiet" icon="plus" onPress={() => setLong(true)}>
          {t("More to write")}
        </Button>
      )}
    </div>
  );
}

function OneField(props: {
  readonly field: RecordField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const { field, value, onChange } = props;
  switch (field.kind) {
    case "day":
      return <DayField label={field.name} value={value} onChange={onChange} />;
    case "choice":
      return (
        <Choice
          label={field.name}
          options={[
            ...field.options.map(({ id, name }) => ({ value: id, name })),
            { value: "", name: t("Not said") },
          ]}
          value={value}
          onChange={onChange}
        />
      );
    case "person":
      return <PersonField label={field.name} value={value} onChange={onChange} />;
    case "number":
      return (
        <Field
          label={field.name}
          value={value}
          inputMode="tel"
          isVerbatim
          onInput={onChange}
        />
      );
    case "text":
      return <Field label={field.name} value={value} multiline onInput={onChange} />;
  }
}
