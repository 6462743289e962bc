"""The way in: what opens, what does not, and that neither shows."""

import pytest
from playwright.sync_api import Page, expect

from pwa.audit.drive import clock
from pwa.audit.drive.covers import CalculatorCover, ListCover, wait_for_worker
from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, FirstRun, Inner
from pwa.audit.drive.wait import until
from tests.e2e.asked import asked_from_now, assert_silent
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

SHEETS = 3
SECRET = "paper moon over the tall barn"
SUM = "48*73-19/6+205"


@pytest.fixture
def page(phone: Phone, server: Server) -> Page:
    """A phone with a space that `SECRET` opens, and one item on its list."""
    page = phone()
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("bread")
    first.make_space(server.code, SECRET)
    first.finish()
    first.leave()
    first.expect_cover()
    return page


def test_secret_opens_and_is_no_item(page: Page) -> None:
    inner = Inner(page).open(SECRET)
    expect(inner.heading("Hello")).to_be_visible()
    inner.leave()
    inner.expect_cover()
    inner.cover.expect_items("bread")
    page.reload()
    expect(inner.cover.item("bread")).to_be_visible()
    inner.cover.expect_items("bread")


# What the elements of Home look like, with and without the sheet that comes after its first frames.
LOOKS = """() => {
  const layer = [...document.body.children].find((each) => each.shadowRoot).shadowRoot;
  const looks = () =>
    [...layer.querySelectorAll(".app, .app *")].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      const { color, backgroundColor, font, border, opacity } = getComputedStyle(each);
      return [each.className, x, y, width, height, color, backgroundColor, font, border, opacity];
    });
  const after = looks();
  layer.adoptedStyleSheets = layer.adoptedStyleSheets.slice(0, -1);
  return [JSON.stringify(after), JSON.stringify(looks())];
}"""
COUNT = """() => [...document.body.children].find((each) => each.shadowRoot)
  .shadowRoot.adoptedStyleSheets.length"""


def test_home_looks_in_its_first_frame_as_it_does_later(page: Page) -> None:
    Inner(page).open(SECRET)
    # The cover's own sheet of the layer, what Home needs, and what the other screens need.
    until(lambda: bool(page.evaluate(COUNT) == SHEETS))
    later, first = page.evaluate(LOOKS)
    assert first == later


@pytest.mark.parametrize("dressed", [SECRET.upper(), f"  {SECRET.capitalize()}.  "])
def test_secret_opens_however_the_keyboard_dressed_it(page: Page, dressed: str) -> None:
    Inner(page).open(dressed)


@pytest.mark.parametrize(
    "wrong",
    ["paper moon over the tall tree", "paper moon", "123456789012", "1000 0000 0000"],
)
def test_wrong_secret_is_an_ordinary_item(page: Page, wrong: str) -> None:
    cover = ListCover(page)
    asked = asked_from_now(page)
    before = clock.count(page)
    cover.add(wrong)
    clock.wait_for_more(page, before)
    expect(cover.item(wrong)).to_be_visible()
    assert_silent(asked)
    assert Inner(page).close_button.count() == 0


def test_wrong_start_code_is_an_ordinary_item(phone: Phone, server: Server) -> None:
    cover = ListCover(phone()).open(server.address())
    # Its check digits are right, so it is asked for; nobody made it.
    unknown = next(
        str(number) for number in range(100_000_000_001, 100_000_020_000) if number % 9949 == 1
    )
    with cover.page.expect_response("**/k") as asked:
        cover.add(unknown)
    assert asked.value.status == 204
    expect(cover.item(unknown)).to_be_visible()


def test_code_typed_with_spaces_and_dashes_opens(phone: Phone, server: Server) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address())
    first.open(server.code.replace(" ", "-"))
    expect(first.heading("This is yours")).to_be_visible()


def test_first_run_can_be_skipped_at_once(phone: Phone, server: Server) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address())
    first.open(server.code)
    first.press("Skip all this for now")
    expect(first.heading("Hello")).to_be_visible()
    first.leave()
    first.expect_cover()
    first.cover.expect_items()


def test_offered_secret_is_five_words_and_opens(phone: Phone, server: Server) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address())
    first.open(server.code)
    first.to_secret()
    offered = first.page.locator(".offered").inner_text().strip()
    assert len(offered.split()) == 5
    first.press("Use these words")
    first.repeat(offered)
    first.finish()
    first.leave()
    first.expect_cover()
    first.open(offered)
    expect(first.heading("Hello")).to_be_visible()


def test_mistyped_repetition_makes_no_space(phone: Phone, server: Server) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address())
    first.open(server.code)
    first.to_secret()
    first.press("Use these words")
    first.field("My words").press_sequentially("something else entirely")
    first.press("This is my way in")
    expect(first.page.get_by_text("Not quite the same.")).to_be_visible()


@pytest.mark.parametrize("weak", ["12/24/1999", "aaaaaaaaaa", "password123", "milk"])
def test_weak_secret_is_refused_with_a_reason(phone: Phone, server: Server, weak: str) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address())
    first.open(server.code)
    first.to_secret()
    first.press("I want to make up my own")
    first.field("My words").press_sequentially(weak)
    expect(first.page.locator(".problem").first).not_to_be_empty()
    expect(first.page.get_by_role("button", name="Use mine")).to_have_attribute(
        "aria-disabled", "true"
    )


def test_practice_counts_leaving_and_coming_back(phone: Phone, server: Server) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.press("Go on")
    for times in ("Once more", "Your hands know it now."):
        expect(first.heading("Practice leaving")).to_be_visible()
        # That it is practice is noted down once the screen was painted.
        clock.settle(first.page)
        first.leave()
        first.expect_cover()
        first.open(SECRET)
        expect(first.page.get_by_text(times)).to_be_visible()
    first.press("I am ready")
    expect(first.heading("Hello")).to_be_visible()


def test_sum_opens_from_the_calculator(phone: Phone, server: Server) -> None:
    page = phone()
    cover = CalculatorCover(page).open(server.address("calculator"))
    wait_for_worker(page)
    first = FirstRun(page)
    cover.press(server.code.replace(" ", "") + "=")
    first.opened()
    first.to_secret()
    first.press("I want to make up my own")
    first.field("My sum").press_sequentially(SUM)
    first.press("Use mine")
    first.field("My sum").press_sequentially(SUM)
    first.press("This is my way in")
    expect(first.heading("What matters to me first")).to_be_visible(timeout=OPEN_TIMEOUT_MS)
    first.finish()
    first.leave()
    first.expect_cover()
    cover.press("1+1=")
    cover.press(f"{SUM}=")
    first.opened()
    first.leave()
    first.expect_cover()
    expect(cover.open_history()).to_have_count(1)


def test_erase_leaves_the_cover_and_opens_nothing_any_more(page: Page) -> None:
    inner = Inner(page).open(SECRET)
    inner.go("Settings")
    inner.go("Remove what I wrote")
    inner.press("I cannot hold a button")
    inner.press("Yes, remove it all now")
    inner.expect_cover()
    inner.cover.expect_items("bread")
    before = clock.count(page)
    inner.cover.add(SECRET)
    clock.wait_for_more(page, before)
    expect(inner.cover.item(SECRET)).to_be_visible()
    assert inner.close_button.count() == 0


def test_changed_secret_opens_and_the_old_one_does_not(page: Page) -> None:
    inner = Inner(page).open(SECRET)
    inner.go("Settings")
    inner.go("My way in")
    inner.press("I want to make up my own")
    inner.field("My words").press_sequentially("wet clay horse by nine doors")
    inner.press("Use mine")
    inner.field("My words").press_sequentially("wet clay horse by nine doors")
    inner.press("This is my way in")
    expect(inner.heading("From now on")).to_be_visible(timeout=OPEN_TIMEOUT_MS)
    inner.leave()
    inner.expect_cover()
    inner.cover.add(SECRET)
    inner.open("wet clay horse by nine doors")
    inner.leave()
    inner.expect_cover()
    inner.cover.expect_items("bread", SECRET)
