/** The search field and what it finds. */

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { TextBox } from "../../ui/textbox.tsx";
import { number, t } from "../../words.ts";
import type { Book } from "../book.ts";
import type { Piece } from "../../shared/marking.ts";
import { find } from "../model/search.ts";
import { Drawing } from "../ui/icons.tsx";
import { RoundKey } from "../ui/key.tsx";
import { nameOf } from "./card.tsx";

const MOST_LETTERS = 100;

/** The field above the pages. */
export function Search({ book }: { readonly book: Book }): JSX.Element {
  const field = useRef<HTMLElement>(null);
  return (
    <div class="search" role="search">
      <Drawing name="find" />
      <TextBox
        class="sought"
        box={field}
        inputMode="search"
        enterkeyhint="search"
        aria-label={t("Search all pages")}
        aria-placeholder={t("Search")}
        data-placeholder={t("Search")}
        dir="auto"
        autocapitalize="none"
        value={book.query}
        most={MOST_LETTERS}
        isSingle
        onText={(text) => book.seek(text)}
        onEnter={() => field.current?.blur()}
      />
      {book.query !== "" && (
        <RoundKey
          drawing="clear"
          label={t("Clear the search")}
          onPress={() => {
            book.seek("");
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** The pages that were found. */
export function Finds({ book }: { readonly book: Book }): JSX.Element {
  const found = find(book.notebook.pages, book.query);
  return (
    <section>
      <p class="blank" role="status">
        {found.length === 0
          ? t("Nothing found.")
          : t("Pages found: {count}", { count: number(found.length) })}
      </p>
      <ul class="cards">
        {found.map(({ page, name, line }) => (
          <li key={page.id} class={`card ${page.colour}`} data-row={page.id}>
            <button
              type="button"
              class="opens"
              onClick={() => book.go({ name: "page", id: page.id, focus: "heading" })}
            >
              <span class="name" dir="auto">
                {page.name.trim() === "" ? nameOf(page) : <Marked pieces={name} />}
              </span>
              <span class="peek" dir="auto">
                <span>
                  <Marked pieces={line} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }): JSX.Element {
  return (
    <>
      {pieces.map(({ text, isHit }, at) =>
        isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}
