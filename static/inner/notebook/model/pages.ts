/** Changes to the row of pages: add, change, remove, put back, move. */

import { MAX_PAGES, type Notebook, type Page } from "./notebook.ts";

/** From one notebook to the next; the same one when nothing changes. */
export type Edit = (notebook: Notebook) => Notebook;

/** Move the part at `from` to `to`; places outside the row end at its ends. */
export function moved<T>(parts: readonly T[], from: number, to: number): readonly T[] {
  const next = [...parts];
  const taken = next.splice(from, 1);
  next.splice(Math.max(0, to), 0, ...taken);
  return next;
}

/** Put `page` at place `at` of all pages; a full notebook or one that has it stays as it is. */
export function putPage(page: Page, at = 0): Edit {
  return (notebook) => {
    const { pages } = notebook;
    if (pages.length >= MAX_PAGES || pages.some(({ id }) => id === page.id))
      return notebook;
    return { ...notebook, pages: [...pages.slice(0, at), page, ...pages.slice(at)] };
  };
}

/** Replace one page by `change` of it. */
export function changePage(id: string, change: (page: Page) => Page): Edit {
  return (notebook) => ({
    ...notebook,
    pages: notebook.pages.map((page) => (page.id === id ? change(page) : page)),
  });
}

/** Take one page out. */
export function removePage(id: string): Edit {
  return (notebook) => ({
    ...notebook,
    pages: notebook.pages.filter((page) => page.id !== id),
  });
}

/** Move a page to place `to` among those that are shown with it: the pinned ones or the others. */
export function placePage(id: string, to: number): Edit {
  return (notebook) => {
    const { pages } = notebook;
    const page = pages.find((each) => each.id === id);
    if (page === undefined) return notebook;
    const shelf = pages.filter((each) => each.isPinned === page.isPinned);
    const order = moved(shelf, shelf.indexOf(page), to).values();
    return {
      ...notebook,
      pages: pages.map((each) =>
        each.isPinned === page.isPinned ? (order.next().value ?? each) : each,
      ),
    };
  };
}
