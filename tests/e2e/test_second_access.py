"""The second way in, the way to wipe and the notebook can be read and used by everyone."""

from playwright.sync_api import Page

from tests.e2e import rulers
from tests.e2e.axe import faults
from tests.e2e.conftest import Phone
from tests.e2e.heard import stumbles
from tests.e2e.rulers import measure
from tests.e2e.server import Server
from tests.e2e.tour_second import second_screens

SCREENS = 18
#: The widest gap inside a name of which a search marked parts: its letters are one run of text.
GAPS_PX = """() => {
  const { shadowRoot } = [...document.body.children].find((each) => each.shadowRoot);
  return [...shadowRoot.querySelectorAll(".name:has(mark)")].map((name) => {
    const boxes = [...name.childNodes].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return range.getBoundingClientRect();
    });
    return Math.max(...boxes.slice(1).map((box, at) => box.left - boxes[at].right));
  });
}"""


def test_second_and_notebook_are_sound(phone: Phone, server: Server) -> None:
    # The page's own CSP would keep axe-core out; it is tested elsewhere.
    page = phone(bypass_csp=True, reduced_motion="reduce")
    gaps_px: list[float] = []

    def look(name: str, here: Page) -> list[str]:
        if name == "notebook search":
            gaps_px.extend(here.evaluate(GAPS_PX))
        return [
            *(str(fault) for fault in faults(here)),
            *stumbles(here),
            *measure(here, rulers.TOO_WIDE),
            *measure(here, rulers.SMALL, 44),
            *measure(here, rulers.UNDER_CLOSE),
            *measure(here, rulers.UNDER_CLOSE_AT_END),
            *measure(here, rulers.FOCUS_LOST),
        ]

    found = {name: look(name, here) for name, here in second_screens(page, server, "en")}
    assert len(found) == SCREENS
    assert {name: each for name, each in found.items() if each} == {}
    assert len(gaps_px) > 2
    assert max(gaps_px) < 1
