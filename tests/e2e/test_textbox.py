"""The text boxes do what a person expects of a text field, though they are none."""

import pytest
from playwright.sync_api import Locator, Page, expect

from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.inner import FirstRun, Planner
from tests.e2e.conftest import Phone
from tests.e2e.plan import FEEL
from tests.e2e.server import Server

PARTS = "box => box.childNodes.length"
TEXT = "box => box.textContent"


@pytest.fixture
def cover(phone: Phone, server: Server) -> ListCover:
    return ListCover(phone(permissions=["clipboard-read", "clipboard-write"])).open(
        server.address()
    )


def paste(page: Page, text: str) -> None:
    """Put text on the clipboard and press the keys that paste it."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")


def rename(cover: ListCover) -> Locator:
    """Open the list's name for writing; all of it is selected."""
    cover.choose("Rename list")
    return cover.page.get_by_role("textbox", name="List name")


def test_pasted_rich_text_is_plain(cover: ListCover) -> None:
    cover.field.focus()
    cover.page.evaluate(
        """async () => {
          const as = (type, text) => ({ [type]: new Blob([text], { type }) });
          await navigator.clipboard.write([new ClipboardItem({
            ...as("text/html", "<b>red</b> <i>onions</i><img src=x>"),
            ...as("text/plain", "red onions"),
          })]);
        }"""
    )
    cover.page.keyboard.press("Control+V")
    expect(cover.field).to_have_text("red onions")
    assert cover.field.evaluate("box => box.children.length") == 0


def test_a_single_line_stays_one(cover: ListCover) -> None:
    name = rename(cover)
    paste(cover.page, "For the\r\nweekend")
    expect(name).to_have_text("For the weekend")
    assert name.evaluate(TEXT) == "For the weekend"
    cover.page.keyboard.press("Enter")
    expect(cover.page.get_by_role("heading", level=1)).to_have_text("For the weekend")


def test_what_is_pasted_is_cut_and_what_is_typed_beyond_is_refused(cover: ListCover) -> None:
    name = rename(cover)
    paste(cover.page, "x" * 200)
    assert len(name.evaluate(TEXT)) == 80
    cover.page.keyboard.type("yz")
    assert name.evaluate(TEXT) == "x" * 80
    cover.page.keyboard.press("Shift+ArrowLeft")
    cover.page.keyboard.type("y")
    assert name.evaluate(TEXT) == "x" * 79 + "y"


def test_an_emptied_box_shows_its_hint_again(cover: ListCover) -> None:
    hint = "box => getComputedStyle(box, '::before').content"
    assert cover.field.evaluate(hint) == '"Add an item"'
    cover.field.press_sequentially("ab")
    assert cover.field.evaluate(hint) == "none"
    cover.page.keyboard.press("Backspace")
    cover.page.keyboard.press("Backspace")
    assert cover.field.evaluate(PARTS) == 0
    assert cover.field.evaluate(hint) == '"Add an item"'


def test_enter_counts_when_a_phone_tells_only_of_a_line_break(cover: ListCover) -> None:
    cover.field.press_sequentially("figs")
    cover.field.evaluate(
        """box => box.dispatchEvent(new InputEvent("beforeinput", {
          inputType: "insertParagraph", bubbles: true, cancelable: true,
        }))"""
    )
    cover.expect_items("figs")


def test_undo_takes_back_what_was_typed(cover: ListCover) -> None:
    cover.field.press_sequentially("figs")
    cover.page.keyboard.press("Control+Z")
    assert cover.field.evaluate(TEXT) == ""


@pytest.fixture
def planner(phone: Phone, server: Server) -> Planner:
    page = phone()
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, "nine slow owls cross a yellow bridge")
    first.finish()
    return Planner(page)


def test_many_lines_come_back_as_they_were_written(planner: Planner) -> None:
    keyboard = planner.page.keyboard
    planner.go("My plan")
    planner.go("How I feel")
    place = planner.prompt(FEEL[0].prompt)
    place.get_by_role("button", name="Write my own").click()
    for line in ("first", "second", ""):
        keyboard.type(line)
        keyboard.press("Enter")
    keyboard.type("fourth")
    planner.kept()
    place.get_by_role("button", name="Done").click()
    place.get_by_role("button", name="fourth").click()
    box = place.get_by_role("textbox")
    assert box.inner_text() == "first\nsecond\n\nfourth"


def test_touching_the_label_puts_the_caret_into_the_box(planner: Planner) -> None:
    planner.go("People")
    planner.press("Add someone")
    planner.page.get_by_text("Name to use", exact=True).click()
    expect(planner.field("Name to use")).to_be_focused()


def test_what_a_keyboard_inserts_at_once_is_made_to_fit(cover: ListCover) -> None:
    name = rename(cover)
    cover.page.keyboard.insert_text("p\nq")
    assert name.evaluate(TEXT) == "p q"
    cover.page.keyboard.insert_text("x" * 100)
    assert name.evaluate(TEXT) == "p q" + "x" * 77


def test_an_empty_last_line_is_still_there_when_writing_goes_on(planner: Planner) -> None:
    keyboard = planner.page.keyboard
    planner.go("My plan")
    planner.go("How I feel")
    place = planner.prompt(FEEL[0].prompt)
    place.get_by_role("button", name="Write my own").click()
    keyboard.type("first")
    keyboard.press("Enter")
    planner.kept()
    place.get_by_role("button", name="Done").click()
    place.get_by_role("button", name="first").click()
    keyboard.press("Control+End")
    keyboard.type("second")
    assert place.get_by_role("textbox").inner_text() == "first\nsecond"
