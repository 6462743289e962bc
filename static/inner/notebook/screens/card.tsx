/** One page on the shelf: its name, how it begins, and what can be done with it. */

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { number, t } from "../../words.ts";
import type { Book } from "../book.ts";
import { type Page, tally } from "../model/notebook.ts";
import { changePage, placePage, putPage, removePage } from "../model/pages.ts";
import { Grip } from "../ui/grip.tsx";
import { Drawing } from "../ui/icons.tsx";
import { WordKey } from "../ui/key.tsx";
import { focusAct, Strip } from "../ui/strip.tsx";

const PEEK_LINES = 3;
const PEEK_LENGTH = 120;

/** What to call a page that may have no name. */
export function nameOf({ name }: Page): string {
  return name.trim() === "" ? t("Untitled page") : name;
}

/** Take a page out and offer to put it back. */
export function dropPage(book: Book, page: Page): void {
  const at = book.notebook.pages.indexOf(page);
  book.change(removePage(page.id));
  book.offer({ text: t("Page deleted"), edit: putPage(page, at) });
}

/** A page at place `at` of its row. */
export function Card(props: {
  readonly book: Book;
  readonly page: Page;
  readonly at: number;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}): JSX.Element {
  const { book, page, at, isLast, isOpen, onOpen } = props;
  const row = useRef<HTMLLIElement>(null);
  const name = nameOf(page);
  const place = (to: number, act: string): void => {
    book.change(placePage(page.id, to));
    if (row.current) focusAct(row.current.getRootNode(), page.id, act);
  };
  const pin = (): void => {
    book.change(changePage(page.id, (now) => ({ ...now, isPinned: !now.isPinned })));
    if (row.current) focusAct(row.current.getRootNode(), page.id, "grip");
  };
  const drop = (): void => {
    row.current?.closest("main")?.querySelector("h1")?.focus({ preventScroll: true });
    dropPage(book, page);
  };
  return (
    <li class={`card ${page.colour}`} data-row={page.id} ref={row}>
      <div class="face">
        <button
          type="button"
          class="opens"
          onClick={() => book.go({ name: "page", id: page.id, focus: "heading" })}
        >
          <span class="name" dir="auto">
            {page.isPinned && <Drawing name="pin" />}
            {name}
          </span>
          <Peek page={page} />
        </button>
        <Grip
          label={t("Move or change: {name}", { name })}
          isOpen={isOpen}
          onPress={onOpen}
          onPlace={(to) => place(to, "grip")}
        />
      </div>
      {isOpen && (
        <Strip label={name}>
          <WordKey
            drawing="up"
            act="up"
            isOff={at === 0}
            onPress={() => place(at - 1, "up")}
          >
            {t("Up")}
          </WordKey>
          <WordKey
            drawing="down"
            act="down"
            isOff={isLast}
            onPress={() => place(at + 1, "down")}
          >
            {t("Down")}
          </WordKey>
          <WordKey drawing="pin" act="pin" onPress={pin}>
            {page.isPinned ? t("Unpin") : t("Pin")}
          </WordKey>
          <WordKey
            drawing="pen"
            act="name"
            onPress={() => book.go({ name: "page", id: page.id, focus: "name" })}
          >
            {t("Rename")}
          </WordKey>
          <WordKey drawing="bin" act="drop" onPress={drop}>
            {t("Delete")}
          </WordKey>
        </Strip>
      )}
    </li>
  );
}

/** How a page begins. */
function Peek({ page }: { readonly page: Page }): JSX.Element {
  const { all, done } = tally(page);
  const parts = page.lines
    .flatMap((line) =>
      line.kind === "entry"
        ? [{ text: line.text, box: line.isDone ? "done" : "open" }]
        : line.text.split("\n", PEEK_LINES).map((text) => ({ text, box: "" })),
    )
    .filter(({ text }) => text.trim() !== "");
  return (
    <span class="peek">
      {parts.slice(0, PEEK_LINES).map(({ text, box }, at) => (
        <span key={at} class={box} dir="auto">
          {text.slice(0, PEEK_LENGTH)}
        </span>
      ))}
      {done > 0 && (
        <span class="tally">
          {t("{done} of {all} done", { done: number(done), all: number(all) })}
        </span>
      )}
    </span>
  );
}
