/** A field for a name of one's own; without letters the usual name comes back. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { MAX_NAME } from "../model/frame.ts";
import { t } from "../words.ts";
import { Field } from "./field.tsx";

/** The field; `usual` is what it is called when the person calls it nothing. */
export function Rename(props: {
  readonly name: string;
  readonly usual: string;
  readonly onName: (name: string) => void;
}): JSX.Element {
  const { name, usual, onName } = props;
  // What is typed stays as it is typed: an emptied field must not fill itself again.
  const [typed, setTyped] = useState(name);
  return (
    <Field
      label={t("Name")}
      value={typed}
      most={MAX_NAME}
      onInput={(text) => {
        setTyped(text);
        onName(text === usual ? "" : text);
      }}
    />
  );
}
