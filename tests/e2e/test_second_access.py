"""The second way in, the way to wipe, the notebook and sums can be read and used by everyone."""

import pytest
from playwright.sync_api import Page

from tests.e2e import rulers
from tests.e2e.axe import faults
from tests.e2e.conftest import Phone
from tests.e2e.heard import stumbles
from tests.e2e.rulers import measure
from tests.e2e.server import Server
from tests.e2e.turned import in_large_letters
from tests.e2e.walks import SECOND, SUM

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


def flaws(page: Page) -> list[str]:
    """Return what is wrong with a screen as it stands, and with its text of twice the size."""
    return [
        *(str(fault) for fault in faults(page)),
        *stumbles(page),
        *measure(page, rulers.TOO_WIDE),
        *measure(page, rulers.SMALL, 44),
        *measure(page, rulers.UNDER_CLOSE),
        *measure(page, rulers.UNDER_CLOSE_AT_END),
        *measure(page, rulers.FOCUS_LOST),
        *in_large_letters(page, unfit),
    ]


def unfit(page: Page) -> list[str]:
    """Return what is lost of large letters."""
    return [
        *measure(page, rulers.TOO_WIDE),
        *measure(page, rulers.CUT_OFF),
        *measure(page, rulers.UNDER_CLOSE),
        *measure(page, rulers.UNDER_CLOSE_AT_END),
        *measure(page, rulers.SQUEEZED),
    ]


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, phone: Phone) -> Page:
    """A narrow phone on which axe-core can be injected; the page's own CSP is tested elsewhere."""
    return phone(
        viewport={"width": 320, "height": 740},
        bypass_csp=True,
        color_scheme=request.param,
        reduced_motion="reduce",
    )


def test_second_and_notebook_are_sound(page: Page, server: Server) -> None:
    gaps_px: list[float] = []

    def look(name: str, here: Page) -> list[str]:
        if name == "notebook search":
            gaps_px.extend(here.evaluate(GAPS_PX))
        return flaws(here)

    assert SECOND.found(page, server, look) == {}
    assert len(gaps_px) > 2
    assert max(gaps_px) < 1


def test_sums_in_the_place_of_words_are_sound(page: Page, server: Server) -> None:
    assert SUM.found(page, server, lambda _, here: flaws(here)) == {}
