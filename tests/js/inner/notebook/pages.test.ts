import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  MAX_PAGES,
  type Notebook,
  tally,
} from "../../../../static/inner/notebook/model/notebook.ts";
import {
  changePage,
  placePage,
  putPage,
  removePage,
} from "../../../../static/inner/notebook/model/pages.ts";
import { page } from "./make.ts";

/** A notebook with a page for each letter, as in "a b"; capitals are pinned. */
function notebook(letters: string): Notebook {
  const pages = letters
    .split(" ")
    .map((id) => ({ ...page(id), isPinned: /[A-Z]/.test(id) }));
  return { version: 1, pages };
}

const order = ({ pages }: Notebook): string => pages.map(({ id }) => id).join("");

describe("the pages", () => {
  it("take a new page first, and a removed one where it was", () => {
    const before = notebook("a b c");
    assert.equal(order(putPage(page("n"))(before)), "nabc");
    const removed = before.pages[1];
    assert.ok(removed);
    assert.equal(order(putPage(removed, 1)(removePage("b")(before))), "abc");
  });

  it("take no page twice, and no more than the most", () => {
    const before = notebook("a b c");
    assert.equal(putPage(page("b"))(before), before);
    const pages = Array.from({ length: MAX_PAGES }, (_, at) => page(String(at)));
    const full: Notebook = { version: 1, pages };
    assert.equal(putPage(page("n"))(full), full);
  });

  it("change one page alone", () => {
    const next = changePage("b", (now) => ({ ...now, name: "new" }))(notebook("a b c"));
    assert.deepEqual(
      next.pages.map(({ name }) => name),
      ["a", "new", "c"],
    );
  });

  for (const [id, to, wanted] of [
    ["a", 1, "AbBac"],
    ["a", 9, "AbBca"],
    ["c", 0, "AcBab"],
    ["c", -1, "AcBab"],
    ["B", 0, "BaAbc"],
    ["x", 0, "AaBbc"],
  ] as const) {
    it(`move "${id}" to place ${to} among those shown with it`, () =>
      assert.equal(order(placePage(id, to)(notebook("A a B b c"))), wanted));
  }

  it("count what is done", () => {
    assert.deepEqual(tally(page("p", "[x] a", "text", "[ ] b", "")), { all: 2, done: 1 });
  });
});
