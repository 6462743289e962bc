/** A field of a record that names somebody of the People screen. */

import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { makeId } from "../model/document.ts";
import { useRoute } from "../model/route.ts";
import { useDocument } from "../model/store.ts";
import { nameOf } from "../screens/named.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { t } from "../words.ts";

/** The one who was picked, with the way to their page, and a sheet to pick another. */
export function PersonField(props: {
  readonly label: string;
  /** Id of a person; empty for no one. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const { label, value, onChange } = props;
  const { people } = useDocument().document;
  const { go } = useRoute();
  const [isPicking, setPicking] = useState(false);
  const labelId = useId();
  const picked = people.find(({ id }) => id === value);
  const open = (id: string): void => go({ name: "person", id });
  const pick = (id: string): void => {
    onChange(id);
    setPicking(false);
  };
  return (
    <div class="field" role="group" aria-labelledby={labelId}>
      <div class="label" id={labelId} aria-hidden="true">
        {label}
      </div>
      {picked && (
        <Rows>
          <Row icon="people" title={nameOf(picked)} onPress={() => open(picked.id)} />
        </Rows>
      )}
      <Button kind="plain" onPress={() => setPicking(true)}>
        {picked ? t("Someone else") : t("Pick someone")}
      </Button>
      {isPicking && (
        <Sheet title={label} onClose={() => setPicking(false)}>
          {people.length > 0 && (
            <Rows>
              {people.map((person) => (
                <Row
                  key={person.id}
                  title={nameOf(person)}
                  detail={person.relation}
                  onPress={() => pick(person.id)}
                />
              ))}
            </Rows>
          )}
          <Button
            kind="plain"
            icon="plus"
            onPress={() => {
              const id = makeId();
              pick(id);
              open(id);
            }}
          >
            {t("Someone new")}
          </Button>
          {value !== "" && (
            <Button kind="quiet" onPress={() => pick("")}>
              {t("No one")}
            </Button>
          )}
        </Sheet>
      )}
    </div>
  );
}
