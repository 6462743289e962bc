/** Take lines out of a page with a way back. */

import type { Book } from "../book.ts";
import { putBack } from "../model/lines.ts";
import type { Line, Page } from "../model/notebook.ts";
import { changePage } from "../model/pages.ts";

/** Remove `lines` from `page` and offer, as `text`, to put them back. */
export function dropLines(
  book: Book,
  page: Page,
  lines: readonly Line[],
  text: string,
): void {
  const after = page.lines.filter((line) => !lines.includes(line));
  book.change(changePage(page.id, (now) => ({ ...now, lines: after })));
  const undo = changePage(page.id, (now) => ({
    ...now,
    lines: putBack(now.lines, page.lines, lines),
  }));
  book.offer({ text, edit: undo });
}
