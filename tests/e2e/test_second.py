"""The second way in and the way to wipe: what each opens, ends, and leaves to be seen."""

import re

import pytest
from playwright.sync_api import Page, expect

from pwa.audit.drive import clock
from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.erasing import make_eraser, make_second, ready
from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, FirstRun, Inner, Planner
from pwa.audit.drive.stored import stored
from pwa.audit.errors import Leaked
from tests.e2e.asked import asked_from_now, assert_silent
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

FIRST = "paper moon over the tall barn"
SECOND = "nine wet stones beside a drum"
ERASER = "loud goose under some old tin"
SOMEONE = "Aunt Rosamunde"
STARTERS = ("Recipes to try", "Gift ideas", "Books and shows", "Packing list", "Budget")
#: What the plan's screens say; none of it may be in the notebook.
PLAN = (SOMEONE, "My plan", "How I feel", "People", "Calm", "Call or text", "Settings", "way in")

SHOWN = """() => {
  const layer = [...document.body.children].find((each) => each.shadowRoot);
  return layer.shadowRoot.innerHTML;
}"""


@pytest.fixture
def page(phone: Phone, server: Server) -> Page:
    """A phone with somebody written down behind `FIRST`, and one item on its list."""
    page = phone()
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("bread")
    first.make_space(server.code, FIRST)
    first.finish()
    planner = Planner(page)
    planner.go("People")
    planner.press("Add someone")
    planner.field("Name to use").press_sequentially(SOMEONE)
    planner.kept()
    planner.home()
    return page


def leave(inner: Inner) -> None:
    """Leave and wait for the cover."""
    inner.leave()
    inner.expect_cover()


def expect_plan(page: Page) -> None:
    """Open the first way in, see what was written, and leave."""
    inner = Inner(page).open(FIRST)
    inner.go("People")
    expect(page.get_by_role("button", name=SOMEONE)).to_be_visible()
    leave(inner)


def expect_notebook(page: Page) -> None:
    """Open the second way in, see starter pages and nothing of the plan, and leave."""
    inner = Inner(page).open(SECOND)
    for name in STARTERS:
        expect(page.get_by_role("button", name=name).first).to_be_visible()
    shown = page.evaluate(SHOWN).lower()
    assert [word for word in PLAN if word.lower() in shown] == []
    leave(inner)


def expect_item(page: Page, entry: str) -> None:
    """Type an entry and see that it is an ordinary item, once it has been judged."""
    cover = ListCover(page)
    before = clock.count(page)
    cover.add(entry)
    clock.wait_for_more(page, before)
    expect(cover.item(entry)).to_be_visible()
    assert Inner(page).close_button.count() == 0


def test_second_opens_a_notebook_and_the_first_still_the_plan(page: Page) -> None:
    inner = Inner(page)
    shown = page.evaluate(SHOWN).lower()
    assert "my plan" in shown, "the probe must see what is on the screen"
    make_second(inner, SECOND)
    ready(inner)
    leave(inner)
    expect_notebook(page)
    expect_plan(page)
    page.context.set_offline(True)
    expect_notebook(page)
    expect_plan(page)
    inner.cover.expect_items("bread")


def test_what_is_written_in_the_notebook_stays_there(page: Page) -> None:
    inner = Inner(page)
    make_second(inner, SECOND)
    ready(inner)
    leave(inner)
    inner.open(SECOND)
    page.get_by_role("button", name="Gift ideas").first.click()
    page.get_by_role("textbox", name="Name of this page").fill("Gifts for Sam")
    leave(inner)
    expect_plan(page)
    inner.open(SECOND)
    expect(page.get_by_role("button", name="Gifts for Sam").first).to_be_visible()
    leave(inner)


def test_keys_split_join_and_walk_the_lines_of_a_page(page: Page) -> None:
    inner = Inner(page)
    make_second(inner, SECOND)
    ready(inner)
    leave(inner)
    inner.open(SECOND)
    page.get_by_role("button", name="Gift ideas").first.click()
    boxes = page.get_by_role("textbox", name="Entry")
    before = boxes.count()
    line = boxes.first
    line.press("Control+A")
    page.keyboard.type("tea pot")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert [boxes.nth(at).inner_text() for at in (0, 1)] == ["tea ", "pot"]
    # The first takes it out of the list, the second joins it to the line above.
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    assert boxes.count() == before
    assert boxes.first.inner_text() == "tea pot"
    page.keyboard.type("big ")
    assert boxes.first.inner_text() == "tea big pot"
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("cup")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    page.keyboard.type("!")
    assert [boxes.nth(at).inner_text() for at in (0, 1)] == ["tea big pot!", "cup"]
    leave(inner)


def test_second_that_also_wipes_ends_the_first(page: Page) -> None:
    inner = Inner(page)
    make_second(inner, SECOND, also_erases=True)
    expect(page.get_by_text("Do not try it out.")).to_be_visible(timeout=OPEN_TIMEOUT_MS)
    ready(inner)
    leave(inner)
    # Made is not opened: nothing is wiped yet.
    expect_plan(page)
    page.context.set_offline(True)
    expect_notebook(page)
    expect_item(page, FIRST)
    expect_notebook(page)
    inner.cover.expect_items("bread", FIRST)


@pytest.mark.parametrize("is_offline", [False, True], ids=["online", "offline"])
def test_erase_secret_is_an_ordinary_item_and_ends_both(page: Page, *, is_offline: bool) -> None:
    inner = Inner(page)
    make_second(inner, SECOND)
    ready(inner)
    make_eraser(inner, ERASER)
    ready(inner)
    leave(inner)
    expect_plan(page)
    expect_notebook(page)
    page.context.set_offline(is_offline)
    asked = asked_from_now(page)
    for entry in (ERASER, FIRST, SECOND):
        expect_item(page, entry)
    assert_silent(asked)
    clock.settle(page)
    page.reload()
    inner.cover.expect_items("bread", ERASER, FIRST, SECOND)


def test_nothing_shows_at_rest(page: Page, phone: Phone, server: Server) -> None:
    inner = Inner(page)
    make_second(inner, SECOND)
    ready(inner)
    make_eraser(inner, ERASER)
    ready(inner)
    leave(inner)
    plain = ListCover(phone()).open(server.address()).wait_for_worker()
    plain.add("bread")
    mine, theirs = stored(page), stored(plain.page)
    if mine != theirs:
        raise Leaked(f"with two ways in {mine}, without {theirs}")


def test_opening_with_a_second_asks_the_network_for_nothing(page: Page) -> None:
    inner = Inner(page)
    make_second(inner, SECOND)
    ready(inner)
    leave(inner)
    asked = asked_from_now(page)
    inner.open(FIRST)
    expect(inner.heading("Hello")).to_be_visible()
    inner.go("Settings")
    inner.go("A second way in")
    expect(page.get_by_text(re.compile("^You have one"))).to_be_visible()
    assert_silent(asked)
    leave(inner)


def test_second_made_offline_is_refused_and_changes_nothing(page: Page) -> None:
    inner = Inner(page)
    page.context.set_offline(True)
    make_second(inner, SECOND)
    expect(page.get_by_text("Is there internet?")).to_be_visible(timeout=OPEN_TIMEOUT_MS)
    leave(inner)
    expect_item(page, SECOND)
    expect_plan(page)


def test_second_with_a_pack_that_may_not_run_here_is_refused(page: Page) -> None:
    page.route("**/p/*", lambda route: route.fulfill(body="// a line that no page knows"))
    inner = Inner(page)
    make_second(inner, SECOND)
    expect(page.get_by_text("Is there internet?")).to_be_visible(timeout=OPEN_TIMEOUT_MS)
    leave(inner)
    expect_item(page, SECOND)


def test_first_secret_is_not_taken_for_the_second(page: Page) -> None:
    inner = Inner(page)
    make_second(inner, FIRST)
    refusal = page.get_by_text("These already open something on this phone.")
    expect(refusal).to_be_visible(timeout=OPEN_TIMEOUT_MS)
    leave(inner)
    expect_plan(page)


def test_second_and_eraser_can_be_taken_away(page: Page) -> None:
    inner = Inner(page)
    make_second(inner, SECOND)
    ready(inner)
    make_eraser(inner, ERASER)
    ready(inner)
    inner.go("Settings")
    for row in ("A second way in", "A way to wipe"):
        inner.go(row)
        inner.press("Take it away")
        inner.press("Yes, take it away")
        expect(page.get_by_text("You have none now.")).to_be_visible()
        inner.back()
    leave(inner)
    expect_item(page, SECOND)
    expect_item(page, ERASER)
    expect_plan(page)
