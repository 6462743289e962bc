/** Rows that can be put in order: dragged by their handle, moved by arrow keys, or by buttons. */

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { drag } from "../shared/dragging.ts";
import { t } from "../words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";

/** A row: what it is called. */
export interface Arrangeable {
  readonly id: string;
  readonly name: string;
}

/** What the rows need. */
export interface ArrangerProps {
  readonly rows: readonly Arrangeable[];
  /** The row whose tools are open; empty for none. */
  readonly open: string;
  readonly onOpen: (id: string) => void;
  /** The row is to stand at this place among the rows. */
  readonly onPlace: (id: string, to: number) => void;
  readonly tools: (row: Arrangeable) => ComponentChildren;
}

/** The rows; focus stays with the one that was moved. */
export function Arranger(props: ArrangerProps): JSX.Element {
  const { rows, open, onOpen, onPlace } = props;
  const list = useRef<HTMLUListElement>(null);
  const held = useRef("");
  useLayoutEffect(() => {
    if (held.current === "") return;
    const row = list.current?.querySelector(`[data-row="${held.current}"]`);
    row?.querySelector<HTMLElement>(".grip")?.focus();
    held.current = "";
  });
  const place = (id: string, to: number): void => {
    if (to < 0 || to >= rows.length) return;
    held.current = id;
    onPlace(id, to);
  };
  return (
    <ul class="arranger" ref={list}>
      {rows.map((row, at) => (
        <li key={row.id} class="mover" data-row={row.id}>
          <div class="mover-line">
            <Grip
              name={row.name}
              onBy={(by) => place(row.id, at + by)}
              onDrop={(to) => place(row.id, to)}
            />
            <button
              type="button"
              class="mover-name"
              aria-expanded={open === row.id}
              onClick={() => onOpen(open === row.id ? "" : row.id)}
            >
              <span>{row.name}</span>
              <Icon name={open === row.id ? "up" : "down"} />
            </button>
          </div>
          {open === row.id && (
            <div class="mover-tools">
              <div class="mover-ways">
                {/* At the end of the list a way stays, so that the focus does. */}
                <Button
                  kind="plain"
                  icon="up"
                  isBusy={at === 0}
                  onPress={() => onPlace(row.id, at - 1)}
                >
                  {t("Move up")}
                </Button>
                <Button
                  kind="plain"
                  icon="down"
                  isBusy={at === rows.length - 1}
                  onPress={() => onPlace(row.id, at + 1)}
                >
                  {t("Move down")}
                </Button>
              </div>
              {props.tools(row)}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Grip(props: {
  readonly name: string;
  readonly onBy: (by: 1 | -1) => void;
  readonly onDrop: (to: number) => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button grip"
      aria-description={t("Drag it, or use the arrow keys.")}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        drag(event, event.currentTarget, {
          onStart: () => undefined,
          onDrop: props.onDrop,
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        props.onBy(event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <Icon name="grip" />
      <span class="quiet">{t("Move {name}", { name: props.name })}</span>
    </button>
  );
}
