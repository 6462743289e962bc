/** Writing on a page: what typing, keys and the list button do, and where the caret goes next. */

import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { useBoxes } from "../../ui/textbox.tsx";
import type { Book } from "../book.ts";
import { placeLine, write } from "../model/lines.ts";
import type { Line, Page } from "../model/notebook.ts";
import { changePage } from "../model/pages.ts";
import { newId } from "../model/random.ts";
import {
  addEntry,
  backspace,
  type Caret,
  type Edited,
  toEntries,
  toText,
  typeEntry,
} from "../model/typing.ts";

/** What a page's fields call. */
export interface Writing {
  /** Whether the caret is, or last was, in a check list. */
  readonly isInList: boolean;
  /** The field of this line has the focus now; empty: no line's field. */
  readonly focused: (id: string) => void;
  /** Put the caret into the first line. */
  readonly begin: () => void;
  /** The field of `line` says `text` now, with the caret at `at`. */
  type(line: Line, text: string, at: number): void;
  key(event: KeyboardEvent, area: HTMLElement, line: Line): void;
  readonly toggleList: () => void;
  /** Put an empty entry below line `place`. */
  add(place: number): void;
}

/** Write on `page`, whose fields are inside `root`. */
export function useWriting(
  book: Book,
  page: Page,
  root: RefObject<HTMLElement | null>,
): Writing {
  const boxes = useBoxes();
  const [caret, setCaret] = useState<Caret | null>(null);
  const [active, setActive] = useState("");
  const { lines } = page;
  const line = lines.find(({ id }) => id === active);
  const areaOf = (id: string): HTMLElement | null =>
    root.current?.querySelector<HTMLElement>(`[data-line="${id}"]`) ?? null;
  useLayoutEffect(() => {
    if (caret === null) return;
    const area = areaOf(caret.id);
    area?.focus();
    if (area) boxes.putCaret(area, caret.at);
  }, [caret]);

  const keep = (next: readonly Line[]): void =>
    book.change(changePage(page.id, (now) => ({ ...now, lines: next })));
  const apply = (edited: Edited | null): boolean => {
    if (edited === null) return false;
    keep(edited.lines);
    if (edited.caret) setCaret(edited.caret);
    return true;
  };
  const step = (from: Line, by: -1 | 1): boolean => {
    const next = lines[lines.indexOf(from) + by];
    if (next) setCaret({ id: next.id, at: by < 0 ? next.text.length : 0 });
    return next !== undefined;
  };
  return {
    isInList: line?.kind === "entry",
    focused: setActive,
    begin: () => setCaret({ id: lines[0]?.id ?? "", at: 0 }),
    type(typed, text, at) {
      if (typed.kind === "entry") apply(typeEntry(lines, typed, text, at, newId));
      else keep(write(lines, typed.id, text));
    },
    key(event, area, at) {
      const { from, to } = boxes.caret(area);
      const isAtStart = to === 0;
      const isAtEnd = from === boxes.text(area).length;
      const by = event.key === "ArrowUp" ? -1 : 1;
      const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
      const isMove = event.altKey && isArrow && at.kind === "entry";
      const isStep = isArrow && !event.shiftKey && (by < 0 ? isAtStart : isAtEnd);
      const isHandled = isMove
        ? apply({
            lines: placeLine(lines, at.id, lines.indexOf(at) + by),
            caret: { id: at.id, at: from },
          })
        : isStep
          ? step(at, by)
          : event.key === "Backspace" && isAtStart && apply(backspace(lines, at));
      if (isHandled) event.preventDefault();
    },
    toggleList() {
      const area = line && areaOf(line.id);
      if (!line || !area) apply(addEntry(lines, endOf(lines), newId));
      else {
        const { from, to } = boxes.caret(area);
        if (line.kind === "entry") apply(toText(lines, line, from));
        else apply(toEntries(lines, line, from, to, newId));
      }
    },
    add: (place) => void apply(addEntry(lines, place, newId)),
  };
}

/** The place after which a new list begins: the last line, or the one before an empty last. */
function endOf(lines: readonly Line[]): number {
  return lines.at(-1)?.text === "" ? lines.length - 2 : lines.length - 1;
}
