/** The entries of a list: read at a glance, touched to change, move or take out. */

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Item, makeId } from "../model/document.ts";
import { inserted, moved, replaced, without } from "../model/lines.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useBoxes } from "../ui/textbox.tsx";
import { useUndo } from "../ui/undo.tsx";
import { t } from "../words.ts";
import { Starters } from "./starters.tsx";

/** What a list of entries needs. */
export interface EntriesProps<T extends Item> {
  /** What the entries answer, for screen readers. */
  readonly label: string;
  /** What an entry's own words are called, where it has more fields; usually `label`. */
  readonly headline?: string;
  readonly items: readonly T[];
  /** Change the newest state of the list. */
  readonly onEdit: (edit: (items: readonly T[]) => readonly T[]) => void;
  readonly make: (item: Item) => T;
  readonly starters: readonly string[];
  /** No entry can be added. */
  readonly isFull?: boolean;
  /** What the button says that adds an entry; usually "Write my own". */
  readonly addLabel?: string;
  /** What stands under the text of an entry. */
  readonly aside?: (item: T) => ComponentChildren;
  /** What can be touched before and after an entry while it is closed. */
  readonly mark?: (item: T) => ComponentChildren;
  readonly beside?: (item: T) => ComponentChildren;
  /** Whether an entry without words is no loss; usually it is none. */
  readonly isBlank?: (item: T) => boolean;
  /** More fields of an entry, while it is open. */
  readonly more?: (item: T) => ComponentChildren;
}

/** A list with one entry open at most. */
export function Entries<T extends Item>(props: EntriesProps<T>): JSX.Element {
  const { label, items, onEdit, make, starters, isBlank = hasNoWords } = props;
  const [open, setOpen] = useState<string | null>(null);
  const offerUndo = useUndo();
  const add = (text: string): string => {
    const item = make({ id: makeId(), text });
    onEdit((before) => [...before, item]);
    return item.id;
  };
  const remove = (item: T): void => {
    const place = items.indexOf(item);
    setOpen(null);
    onEdit((before) => without(before, item.id));
    if (isBlank(item)) return;
    offerUndo(t("Taken out."), () => onEdit((before) => inserted(before, item, place)));
  };
  const close = (item: T): void => {
    if (isBlank(item)) remove(item);
    else setOpen(null);
  };
  return (
    <div class="entries">
      {items.length > 0 && (
        <ul>
          {items.map((item, at) => (
            <li key={item.id} class={item.id === open ? "entry open" : "entry"}>
              {item.id === open ? (
                <OpenEntry
                  label={props.headline ?? label}
                  text={item.text}
                  isFirst={at === 0}
                  isLast={at === items.length - 1}
                  onText={(text) =>
                    onEdit((before) => replaced(before, { ...item, text }))
                  }
                  onMove={(by) => onEdit((before) => moved(before, item.id, by))}
                  onRemove={() => remove(item)}
                  onDone={() => close(item)}
                >
                  {props.more?.(item)}
                </OpenEntry>
              ) : (
                <>
                  {props.mark?.(item)}
                  <button
                    type="button"
                    class="entry-words"
                    onClick={() => setOpen(item.id)}
                  >
                    <span>{item.text.trim() || t("Nothing written yet")}</span>
                    {props.aside?.(item)}
                  </button>
                  {props.beside?.(item)}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {props.isFull !== true && (
        <Button kind="plain" icon="plus" about={label} onPress={() => setOpen(add(""))}>
          {props.addLabel ?? t("Write my own")}
        </Button>
      )}
      <Starters texts={starters} about={label} onPick={add} />
    </div>
  );
}

function hasNoWords(item: Item): boolean {
  return item.text.trim() === "";
}

function OpenEntry(props: {
  readonly label: string;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onText: (text: string) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const boxes = useBoxes();
  useLayoutEffect(() => {
    const box = place.current?.querySelector<HTMLElement>("[role=textbox]");
    if (!box) return;
    box.focus();
    // Whoever opens an entry writes on where it ends.
    boxes.putCaret(box, props.text.length);
  }, []);
  return (
    <div class="bare" ref={place}>
      <Field label={props.label} value={props.text} multiline onInput={props.onText} />
      {props.children}
      <div class="entry-tools">
        {!props.isFirst && (
          <IconButton icon="up" label={t("Move up")} onPress={() => props.onMove(-1)} />
        )}
        {!props.isLast && (
          <IconButton
            icon="down"
            label={t("Move down")}
            onPress={() => props.onMove(1)}
          />
        )}
        <IconButton icon="bin" label={t("Take out")} onPress={props.onRemove} />
        <Button icon="tick" onPress={props.onDone}>
          {t("Done")}
        </Button>
      </div>
    </div>
  );
}
