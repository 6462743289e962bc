/** A field for a name of one's own; without letters the usual name comes back. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { MAX_NAME } from "../model/frame.ts";
import { Field } from "./field.tsx";

/** The field, with the focus while there is no name; `usual` is what it is called when the person calls it nothing. */
export function Rename(props: {
  readonly label: string;
  readonly name: string;
  readonly usual: string;
  readonly onName: (name: string) => void;
}): JSX.Element {
  const { label, name, usual, onName } = props;
  // What is typed stays as it is typed: an emptied field must not fill itself again.
  const [typed, setTyped] = useState(name);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (name === "") focusBox(place.current);
  }, []);
  return (
    <div ref={place}>
      <Field
        label={label}
        value={typed}
        most={MAX_NAME}
        onInput={(text) => {
          setTyped(text);
          onName(text === usual ? "" : text);
        }}
      />
    </div>
  );
}

/** Put the focus into the first text box of a place. */
export function focusBox(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>("[role=textbox]")?.focus();
}
