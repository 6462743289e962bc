/** The notebook on the screen: the shelf of pages or one page, and the offer to take back. */

import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Book, Place, Undo } from "./book.ts";
import type { Keeper } from "./model/keeper.ts";
import { PageScreen } from "./screens/page.tsx";
import { Shelf } from "./screens/shelf.tsx";
import { Snack } from "./ui/snack.tsx";

/** The whole notebook. `scroller` is the element around it that scrolls. */
export function App(props: {
  readonly keeper: Keeper;
  readonly scroller: HTMLElement;
  readonly isPassing: boolean;
}): JSX.Element {
  const { keeper, scroller, isPassing } = props;
  const [, redraw] = useState({});
  const [place, setPlace] = useState<Place>({ name: "shelf" });
  const [query, setQuery] = useState("");
  const [undo, setUndo] = useState<Undo | null>(null);
  const shelfTop = useRef(0);
  const lastPage = useRef("");
  useLayoutEffect(() => keeper.watch(() => redraw({})), [keeper]);
  useLayoutEffect(() => {
    scroller.scrollTop = place.name === "shelf" ? shelfTop.current : 0;
  }, [place]);
  const book: Book = {
    ...{ notebook: keeper.notebook, outcome: keeper.outcome, isPassing, query },
    ...{ change: keeper.change, retry: keeper.saveSoon, seek: setQuery, offer: setUndo },
    go(next) {
      if (place.name === "shelf") shelfTop.current = scroller.scrollTop;
      if (next.name === "page") lastPage.current = next.id;
      setUndo(null);
      setPlace(next);
    },
  };
  const page =
    place.name === "page"
      ? book.notebook.pages.find(({ id }) => id === place.id)
      : undefined;
  return (
    <div class="book">
      {page === undefined || place.name === "shelf" ? (
        <Shelf book={book} back={lastPage.current} />
      ) : (
        <PageScreen key={page.id} book={book} page={page} focus={place.focus} />
      )}
      <Snack
        undo={undo}
        onUndo={(edit) => {
          setUndo(null);
          keeper.change(edit);
        }}
        onDismiss={() => setUndo(null)}
      />
    </div>
  );
}
