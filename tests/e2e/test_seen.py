"""Close, and what is being written, stay in sight while an iPhone's keyboard lies over the page."""

from playwright.sync_api import Locator, Page

from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.server import Server

TOP_PX, HEIGHT_PX = 90.0, 330.0
# What such a keyboard does: less of the page is seen, and that part moves to what has the focus.
# No browser here has a keyboard that lies over pages.
SEE = """([offsetTop, height, scale]) => {
  for (const [name, value] of Object.entries({ offsetTop, height, scale }))
    Object.defineProperty(visualViewport, name, { get: () => value, configurable: true });
  for (const name of ["resize", "scroll"]) visualViewport.dispatchEvent(new Event(name));
}"""


def span(place: Locator) -> tuple[float, float]:
    """Return where a place begins and ends, in pixels from the top of the page."""
    box = place.bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def see(page: Page, top_px: float, height_px: float, scale: float = 1) -> None:
    """Have only a part of the page be seen."""
    page.evaluate(SEE, [top_px, height_px, scale])


def test_close_and_the_field_stay_above_the_keyboard(phone: Phone, server: Server) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("People")
    planner.press("Add someone")
    whole = span(planner.close_button)
    tall_px = page.evaluate("innerHeight")
    field = page.get_by_role("textbox").last
    field.click()
    see(page, TOP_PX, HEIGHT_PX)
    for place in (planner.close_button, field):
        top, bottom = span(place)
        assert top >= TOP_PX
        assert bottom <= TOP_PX + HEIGHT_PX
    # Zoomed in, nothing is squeezed: what is seen is moved by hand there.
    see(page, TOP_PX, HEIGHT_PX, 2)
    assert span(planner.close_button) == whole
    see(page, TOP_PX, HEIGHT_PX)
    see(page, 0, tall_px)
    assert span(planner.close_button) == whole


def test_a_sheet_stays_above_the_keyboard(phone: Phone, server: Server) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("People")
    planner.add_person("Rosa", "5550101")
    planner.go("Rosa")
    planner.press("Large number")
    see(page, TOP_PX, HEIGHT_PX)
    top, bottom = span(page.get_by_role("dialog"))
    assert top >= TOP_PX
    assert bottom <= TOP_PX + HEIGHT_PX
