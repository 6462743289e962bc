"""Search leads to what was written; the card is read large, and printed without a word of ours."""

import re

import pytest
from playwright.sync_api import expect

from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.wait import until
from tests.e2e.conftest import Phone
from tests.e2e.paper import printed
from tests.e2e.server import Server

SECRET = "eleven grey pebbles near the ferry"
OWN_LINE = "Blue door, ask for Ana"


@pytest.fixture
def planner(phone: Phone, server: Server) -> Planner:
    """Make a space with a person and two lines in it."""
    page = phone()
    page.add_init_script("globalThis.print = () => { globalThis.isPrinting = true; };")
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("oat milk")
    first.make_space(server.code, SECRET)
    first.finish()
    planner = Planner(page)
    planner.go("People")
    planner.add_person("Aunt Rosa", "+1 555 010 0101")
    planner.home()
    planner.go("My plan")
    planner.go("How I feel")
    planner.add_line("What I can do alone", "Café Niño, Tuesday at nine")
    planner.back()
    return planner


def test_search_finds_as_it_is_typed_and_leads_to_the_place(planner: Planner) -> None:
    planner.go("Find something")
    field = planner.field("A word or a part of it")
    expect(field).to_be_focused()
    field.press_sequentially("cafe nino")
    hit = planner.page.locator(".hits .row")
    expect(hit).to_have_count(1)
    expect(hit.locator("mark").first).to_have_text("Café")
    hit.click()
    planner.heading("How I feel").wait_for()
    expect(planner.prompt("What I can do alone").get_by_role("heading")).to_be_focused()
    planner.back()
    # Back at the same search, and on to somebody.
    expect(field).to_have_text("cafe nino")
    field.fill("")
    field.press_sequentially("0101")
    hit.click()
    planner.heading("Aunt Rosa").wait_for()


def test_card_is_picked_reworded_and_printed_alone(planner: Planner) -> None:
    page = planner.page
    planner.go("My card")
    planner.press("Pick from what I wrote")
    planner.go("Café Niño")
    planner.go("Aunt Rosa · +1 555 010 0101")
    planner.press("Done")
    planner.press("Change the lines")
    planner.press("Write my own")
    planner.page.locator(".entries").get_by_role("textbox").press_sequentially(OWN_LINE)
    planner.press("Done")
    planner.press("Aunt Rosa · +1 555 010 0101")
    line = planner.page.locator(".entries").get_by_role("textbox")
    line.fill("")
    line.press_sequentially("Rosa flowers 555 0101")
    planner.press("Done")
    planner.back()
    wanted = ["Café Niño, Tuesday at nine", "Rosa flowers 555\u00a00101", OWN_LINE]
    assert page.locator(".pocket li").all_inner_texts() == wanted

    # With the app open, a print-out is the cover's.
    assert "oat milk" in printed(page)
    assert not set(wanted) & set(printed(page))
    planner.press("Print")
    planner.press("Print now")
    until(lambda: bool(page.evaluate("globalThis.isPrinting === true")))
    assert printed(page) == wanted
    # Making the page's PDF is a print: the card is what it shows, and then it is over.
    paper = page.pdf()
    assert re.search(rb"/Title \(List\)", paper)
    assert len(re.findall(rb"/Type /Page\b(?!s)", paper)) == 1
    assert "oat milk" in printed(page)
    assert not set(wanted) & set(printed(page))


def test_next_steps_are_printed_for_a_talk_with_somebody(planner: Planner) -> None:
    page = planner.page
    button = page.get_by_role("button", name="Print", exact=True)
    planner.go("Next steps")
    # There is nothing to print yet.
    planner.heading("Next steps").wait_for()
    expect(button).to_have_count(0)
    planner.prompt("What I want to do").get_by_role("button", name="Make one call").click()
    planner.press("Print")
    planner.press("Print now")
    until(lambda: bool(page.evaluate("globalThis.isPrinting === true")))
    assert printed(page) == ["What I want to do: Make one call"]


def test_leaving_while_the_card_prints_leaves_the_cover_to_print(planner: Planner) -> None:
    planner.go("My card")
    planner.press("Pick from what I wrote")
    planner.go("Café Niño")
    planner.press("Done")
    planner.press("Print")
    planner.press("Print now")
    until(lambda: bool(planner.page.evaluate("globalThis.isPrinting === true")))
    # Hidden by the system's own print screen, say: the layer goes, the sheet of the card stays.
    planner.page.evaluate("[...document.body.children].find((each) => each.shadowRoot).remove()")
    assert "oat milk" in printed(planner.page)
