/** What can be done with a whole page. */

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { t } from "../../words.ts";
import type { Book } from "../book.ts";
import { isTicked, tick } from "../model/lines.ts";
import { COLOURS, type Colour, type Page } from "../model/notebook.ts";
import { changePage, type Edit } from "../model/pages.ts";
import { Drawing } from "../ui/icons.tsx";
import { WordKey } from "../ui/key.tsx";
import { Strip } from "../ui/strip.tsx";
import { dropPage } from "./card.tsx";
import { dropLines } from "./dropping.ts";

/** Colours, ticks, and deleting the page. */
export function Menu(props: { readonly book: Book; readonly page: Page }): JSX.Element {
  const { book, page } = props;
  const ticked = page.lines.filter(isTicked);
  const colours = useRef<HTMLDivElement>(null);
  // The buttons for what is ticked go away with it; the focus goes to the name of the page.
  const leave = (): void =>
    colours.current?.closest("main")?.querySelector("h1")?.focus({ preventScroll: true });
  const untick = (): void => {
    leave();
    const ids = new Set(ticked.map(({ id }) => id));
    const setTicks = (isDone: boolean): Edit =>
      changePage(page.id, (now) => ({
        ...now,
        lines: tick(now.lines, isDone, (id) => ids.has(id)),
      }));
    book.change(setTicks(false));
    book.offer({ text: t("All unticked"), edit: setTicks(true) });
  };
  return (
    <Strip label={t("More")}>
      <div class="colours" role="group" ref={colours} aria-label={t("Color")}>
        {COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            class={`swatch ${colour}`}
            aria-label={colourName(colour)}
            aria-pressed={page.colour === colour}
            onClick={() =>
              book.change(changePage(page.id, (now) => ({ ...now, colour })))
            }
          >
            <span>{page.colour === colour && <Drawing name="check" />}</span>
          </button>
        ))}
      </div>
      {ticked.length > 0 && (
        <>
          <WordKey drawing="list" act="untick" onPress={untick}>
            {t("Untick all")}
          </WordKey>
          <WordKey
            drawing="clear"
            act="clear"
            onPress={() => {
              leave();
              dropLines(book, page, ticked, t("Ticked entries deleted"));
            }}
          >
            {t("Delete ticked")}
          </WordKey>
        </>
      )}
      <WordKey
        drawing="bin"
        act="drop"
        onPress={() => {
          book.go({ name: "shelf" });
          dropPage(book, page);
        }}
      >
        {t("Delete page")}
      </WordKey>
    </Strip>
  );
}

function colourName(colour: Colour): string {
  switch (colour) {
    case "plain":
      return t("No color");
    case "red":
      return t("Red");
    case "yellow":
      return t("Yellow");
    case "green":
      return t("Green");
    case "blue":
      return t("Blue");
    case "violet":
      return t("Violet");
  }
}
