"""The main job without a touch: Tab, Enter, arrows and Esc, from start code to return."""

from playwright.sync_api import Page, expect

from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, FirstRun, Planner
from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.server import Server

SECRET = "four blue spoons beside an open gate"
MOST_STOPS = 80

# The name of what has the focus, and whether anything shows that it has.
STOP = """() => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  const by = here.getAttribute("aria-labelledby");
  const label = by ? here.getRootNode().getElementById(by)?.textContent : null;
  const style = getComputedStyle(here);
  const pill = here.closest(".pill");
  return {
    name: (label ?? here.getAttribute("aria-label") ?? here.textContent).trim(),
    // Round the cover's field it is the pill that shows the focus.
    isShown: here === document.body
      || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || (pill !== null && getComputedStyle(pill).boxShadow !== "none"),
  };
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on what starts with `name`; every stop must be seen."""
    passed = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert stop["isShown"], f"the focus on {stop['name']!r} cannot be seen"
        if stop["name"].startswith(name):
            return
        passed.append(stop["name"])
    raise AssertionError(f"no {name!r} among {passed}")


def press(page: Page, name: str) -> None:
    """Go to a button by Tab and press it."""
    tab_to(page, name)
    page.keyboard.press("Enter")


def write(page: Page, label: str, text: str) -> None:
    """Go to a field by Tab and type."""
    tab_to(page, label)
    page.keyboard.type(text)


def test_the_main_job_is_done_by_keyboard_alone(phone: Phone, server: Server) -> None:
    page = phone()
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    write(page, "Add an item", server.code)
    page.keyboard.press("Enter")
    first.opened()
    for name in ("Go on", "Go on", "Go on without the icon", "No, this is the first"):
        press(page, name)
    press(page, "I want to make up my own")
    write(page, "My words", SECRET)
    press(page, "Use mine")
    write(page, "My words", SECRET)
    press(page, "This is my way in")
    first.heading("What matters to me first").wait_for(timeout=OPEN_TIMEOUT_MS)
    press(page, "Go on")
    press(page, "Not now")
    press(page, "Check in")
    # A group of answers is one stop; the arrows go round in it.
    tab_to(page, "Not now")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Hard", exact=True)).to_be_checked()
    write(page, "A line about today", "Slept at last")
    page.keyboard.press("Escape")
    planner = Planner(page)
    planner.expect_cover()
    write(page, "Add an item", SECRET)
    page.keyboard.press("Enter")
    planner.opened()
    press(page, "Check in")
    press(page, "Look back")
    expect(page.locator(".day-said")).to_contain_text("Slept at last")


def test_a_sheet_keeps_the_keyboard_and_gives_it_back(phone: Phone, server: Server) -> None:
    page = phone()
    look_around(page, server)
    press(page, "Call or text")
    press(page, "What happens?")
    sheet = page.get_by_role("dialog")
    for _ in range(4):
        page.keyboard.press("Tab")
        inside = sheet.evaluate("each => each.contains(each.getRootNode().activeElement)")
        on_close = page.evaluate(STOP)["name"] == "Close"
        on_browser = page.evaluate("document.activeElement === document.body")
        assert inside or on_close or on_browser
    press(page, "Go back")
    expect(sheet).to_have_count(0)
    assert page.evaluate(STOP)["name"].startswith("What happens?")
