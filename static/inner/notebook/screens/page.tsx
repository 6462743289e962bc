/** One page to read and write: its head, its name, its texts and check lists. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../words.ts";
import type { Book } from "../book.ts";
import { runsOf } from "../model/lines.ts";
import { MAX_NAME, MAX_TEXT, type Page } from "../model/notebook.ts";
import { changePage } from "../model/pages.ts";
import { Area } from "../ui/area.tsx";
import { RoundKey } from "../ui/key.tsx";
import { nameOf } from "./card.tsx";
import { Entries } from "./entries.tsx";
import { Menu } from "./menu.tsx";
import { Trouble } from "./trouble.tsx";
import { useWriting } from "./writing.ts";

/** The page; `focus` says whether the person came to read it or to name it. */
export function PageScreen(props: {
  readonly book: Book;
  readonly page: Page;
  readonly focus: "heading" | "name";
}): JSX.Element {
  const { book, page, focus } = props;
  const root = useRef<HTMLElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const writing = useWriting(book, page, root);
  useLayoutEffect(() => {
    const name =
      focus === "name" && root.current?.querySelector<HTMLElement>("[role=textbox]");
    (name || root.current?.querySelector("h1"))?.focus({ preventScroll: true });
  }, []);
  const rename = (name: string): void =>
    book.change(changePage(page.id, (now) => ({ ...now, name })));
  const pin = (): void =>
    book.change(changePage(page.id, (now) => ({ ...now, isPinned: !now.isPinned })));
  return (
    <main class={`sheet ${page.colour}`} ref={root}>
      <header class="head">
        <RoundKey
          drawing="back"
          label={t("Back to all pages")}
          onPress={() => book.go({ name: "shelf" })}
        />
        <h1 class="unseen" tabIndex={-1}>
          {nameOf(page)}
        </h1>
        <span class="gap" />
        <RoundKey
          drawing="list"
          label={t("Check list")}
          isOn={writing.isInList}
          keepsFocus
          onPress={writing.toggleList}
        />
        <RoundKey
          drawing="pin"
          label={t("Keep at the top")}
          isOn={page.isPinned}
          onPress={pin}
        />
        <RoundKey
          drawing="more"
          label={t("More")}
          isOpen={isMenuOpen}
          onPress={() => setMenuOpen(!isMenuOpen)}
        />
      </header>
      {isMenuOpen && <Menu book={book} page={page} />}
      <Trouble book={book} />
      <div class="title">
        <Area
          id="name"
          label={t("Name of this page")}
          placeholder={t("Name")}
          value={page.name}
          most={MAX_NAME}
          isSingle
          onText={rename}
          onEnter={writing.begin}
          onFocus={() => writing.focused("")}
        />
      </div>
      {runsOf(page.lines).map((run, at, runs) =>
        run.kind === "entry" ? (
          <Entries key={at} {...{ book, page, run, writing }} />
        ) : (
          run.lines.map((line) => (
            <div key={line.id} class={at === runs.length - 1 ? "text last" : "text"}>
              <Area
                id={line.id}
                label={t("Text")}
                placeholder={page.lines.length === 1 ? t("Write here") : ""}
                value={line.text}
                most={MAX_TEXT}
                onText={(text) => writing.type(line, text, text.length)}
                onKey={(event, area) => writing.key(event, area, line)}
                onFocus={() => writing.focused(line.id)}
              />
            </div>
          ))
        ),
      )}
    </main>
  );
}
