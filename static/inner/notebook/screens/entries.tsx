/** One check list of a page. */

import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useBoxes } from "../../ui/textbox.tsx";
import { t } from "../../words.ts";
import type { Book } from "../book.ts";
import { placeLine, type Run, tick } from "../model/lines.ts";
import { type Line, MAX_LINES, MAX_TEXT, type Page } from "../model/notebook.ts";
import { changePage } from "../model/pages.ts";
import { Area } from "../ui/area.tsx";
import { Grip } from "../ui/grip.tsx";
import { Drawing } from "../ui/icons.tsx";
import { WordKey } from "../ui/key.tsx";
import { focusAct, Strip } from "../ui/strip.tsx";
import { dropLines } from "./dropping.ts";
import type { Writing } from "./writing.ts";

/** The entries of `run`, and a way to add one. */
export function Entries(props: {
  readonly book: Book;
  readonly page: Page;
  readonly run: Run;
  readonly writing: Writing;
}): JSX.Element {
  const { book, page, run, writing } = props;
  const boxes = useBoxes();
  const [open, setOpen] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const focus = (id: string, act: string): void => {
    if (list.current) focusAct(list.current.getRootNode(), id, act);
  };
  const change = (next: readonly Line[]): void =>
    book.change(changePage(page.id, (now) => ({ ...now, lines: next })));
  const place = (id: string, to: number, act: string): void => {
    change(placeLine(page.lines, id, to));
    focus(id, act);
  };
  const drop = (line: Line, at: number): void => {
    dropLines(book, page, [line], t("Entry deleted"));
    focus((run.lines[at + 1] ?? run.lines[at - 1])?.id ?? "", "grip");
  };
  return (
    <div class="run">
      <ul class="entries" ref={list}>
        {run.lines.map((line, at) => {
          const isDone = line.kind === "entry" && line.isDone;
          const name = line.text.trim() === "" ? t("Empty entry") : line.text;
          const here = run.start + at;
          return (
            <li key={line.id} data-row={line.id} class={isDone ? "done" : ""}>
              <div class="entry">
                <button
                  type="button"
                  class="box"
                  role="checkbox"
                  aria-checked={isDone}
                  aria-label={name}
                  onClick={() =>
                    change(tick(page.lines, !isDone, (id) => id === line.id))
                  }
                >
                  <span>
                    <Drawing name="check" />
                  </span>
                </button>
                <Area
                  id={line.id}
                  label={t("Entry")}
                  value={line.text}
                  most={MAX_TEXT}
                  onText={(text, area) =>
                    writing.type(line, text, boxes.caret(area).from)
                  }
                  onKey={(event, area) => writing.key(event, area, line)}
                  onFocus={() => writing.focused(line.id)}
                />
                <Grip
                  label={t("Move or change: {name}", { name })}
                  isOpen={open === line.id}
                  onPress={() => setOpen(open === line.id ? "" : line.id)}
                  onPlace={(to) => place(line.id, run.start + to, "grip")}
                />
              </div>
              {open === line.id && (
                <Strip label={name}>
                  <WordKey
                    drawing="up"
                    act="up"
                    isOff={here === 0}
                    onPress={() => place(line.id, here - 1, "up")}
                  >
                    {t("Up")}
                  </WordKey>
                  <WordKey
                    drawing="down"
                    act="down"
                    isOff={here >= page.lines.length - 2}
                    onPress={() => place(line.id, here + 1, "down")}
                  >
                    {t("Down")}
                  </WordKey>
                  <WordKey drawing="bin" act="drop" onPress={() => drop(line, at)}>
                    {t("Delete")}
                  </WordKey>
                </Strip>
              )}
            </li>
          );
        })}
      </ul>
      {page.lines.length < MAX_LINES && (
        <button
          type="button"
          class="further"
          onClick={() => writing.add(run.start + run.lines.length - 1)}
        >
          <Drawing name="add" />
          <span>{t("Add an entry")}</span>
        </button>
      )}
    </div>
  );
}
