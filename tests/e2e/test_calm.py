"""The calming tools, where they move or can be felt."""

from playwright.sync_api import Page

from pwa.audit.drive.wait import until
from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.server import Server
from tests.e2e.tour import TOOLS

# Notes every vibration that is asked for; no phone of the tests can really hum.
NOTE_HUMS = """globalThis.hums = [];
navigator.vibrate = (pattern) => hums.push(pattern);"""
TAKE_LAYER_AWAY = "[...document.body.children].find((each) => each.shadowRoot).remove()"


def hums(page: Page) -> int:
    """Count the vibrations so far; ending one is none."""
    number: int = page.evaluate("hums.filter((pattern) => pattern !== 0).length")
    return number


def test_breath_is_felt_and_a_circle_that_is_gone_does_not_hum(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script(NOTE_HUMS)
    planner = look_around(page, server)
    planner.go("Calm now")
    planner.go("Breathing")
    page.get_by_role("switch", name="Feel it").click()
    until(lambda: hums(page) > 1)
    page.evaluate(TAKE_LAYER_AWAY)
    before = hums(page)
    # Long enough for another turn of the breath at this pace.
    page.wait_for_timeout(8_000)
    assert hums(page) == before


SMALL = """() => {
  const layer = [...document.body.children].find((each) => each.shadowRoot).shadowRoot;
  return [...layer.querySelectorAll("button, summary, [role=textbox]")]
    .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < 56 || box.height < 56))
    .map(([name, box]) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`);
}"""


def test_every_tool_is_two_taps_away_has_large_targets_and_one_place_for_stop(
    phone: Phone, server: Server
) -> None:
    page = phone(viewport={"width": 360, "height": 740})
    planner = look_around(page, server)
    places = []
    small: dict[str, list[str]] = {}
    for tool in TOOLS:
        planner.go("Calm now")
        planner.go(tool)
        planner.heading(tool).wait_for()
        stop = page.get_by_role("button", name="Stop", exact=True)
        places.append(stop.bounding_box())
        small[tool] = page.evaluate(SMALL)
        planner.home()
    assert len(places) == 12
    assert all(place == places[0] for place in places)
    assert {tool: names for tool, names in small.items() if names} == {}
