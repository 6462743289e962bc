/** The first screen: search, the pinned pages, the other pages, and a new page. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { number, t } from "../../words.ts";
import type { Book } from "../book.ts";
import { MAX_PAGES, makePage, type Page } from "../model/notebook.ts";
import { putPage } from "../model/pages.ts";
import { newId } from "../model/random.ts";
import { Drawing } from "../ui/icons.tsx";
import { Card } from "./card.tsx";
import { Finds, Search } from "./search.tsx";
import { Trouble } from "./trouble.tsx";

/** All pages; `back` is the page the person comes back from. */
export function Shelf(props: {
  readonly book: Book;
  readonly back: string;
}): JSX.Element {
  const { book, back } = props;
  const { pages } = book.notebook;
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const card =
      back && root.current?.querySelector<HTMLElement>(`[data-row="${back}"] button`);
    const heading = root.current?.querySelector("h1");
    (card || heading)?.focus({ preventScroll: true });
  }, []);
  const pinned = pages.filter((page) => page.isPinned);
  const others = pages.filter((page) => !page.isPinned);
  const add = (): void => {
    const page = makePage(newId);
    book.change(putPage(page));
    book.go({ name: "page", id: page.id, focus: "name" });
  };
  return (
    <main class="shelf" ref={root}>
      <header>
        <h1 tabIndex={-1}>{t("Notebook")}</h1>
        <Search book={book} />
      </header>
      <Trouble book={book} />
      {book.query.trim() === "" ? (
        <>
          {pages.length === 0 && (
            <p class="blank">{t("No pages yet. The first one is yours.")}</p>
          )}
          <Row book={book} pages={pinned} title={t("Pinned")} />
          <Row book={book} pages={others} title={pinned.length > 0 ? t("Pages") : ""} />
          <About count={pages.length} isPassing={book.isPassing} />
        </>
      ) : (
        <Finds book={book} />
      )}
      <div class="foot">
        {pages.length < MAX_PAGES ? (
          <button type="button" class="new" onClick={add}>
            <Drawing name="add" />
            <span>{t("New page")}</span>
          </button>
        ) : (
          <p>{t("This notebook is full.")}</p>
        )}
      </div>
    </main>
  );
}

/** Pages that are shown together; one row at a time shows its strip. */
function Row(props: {
  readonly book: Book;
  readonly pages: readonly Page[];
  readonly title: string;
}): JSX.Element | null {
  const { book, pages, title } = props;
  const [open, setOpen] = useState("");
  if (pages.length === 0) return null;
  return (
    <section>
      {title && <h2>{title}</h2>}
      <ul class="cards">
        {pages.map((page, at) => (
          <Card
            key={page.id}
            {...{ book, page, at }}
            isLast={at === pages.length - 1}
            isOpen={open === page.id}
            onOpen={() => setOpen(open === page.id ? "" : page.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function About(props: {
  readonly count: number;
  readonly isPassing: boolean;
}): JSX.Element {
  const { count, isPassing } = props;
  return (
    <details class="about">
      <summary>{t("About")}</summary>
      {!isPassing && (
        <p>{t("A plain notebook. Everything is kept on this phone as you type.")}</p>
      )}
      <p>{t("Drag a page by its dots to move it. Press the dots for more.")}</p>
      <p>{t("Pages: {count}", { count: number(count) })}</p>
    </details>
  );
}
