"""Every screen can be read and used by everyone, as far as axe-core and a ruler can tell."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import faults
from tests.e2e.conftest import Phone
from tests.e2e.pages import CalculatorCover, ListCover
from tests.e2e.server import Server
from tests.e2e.tour import tour

TOO_WIDE = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"

INNER_TOO_WIDE = """() => {
  const layer = [...document.body.children].find((each) => each.shadowRoot);
  const app = layer.shadowRoot.querySelector(".app");
  return app.scrollWidth > app.clientWidth;
}"""


@pytest.fixture(params=["light", "dark"])
def bare_phone(request: pytest.FixtureRequest, phone: Phone) -> Page:
    """A phone on which axe-core can be injected; the page's own CSP is tested elsewhere."""
    return phone(bypass_csp=True, color_scheme=request.param)


def test_list_has_no_fault(bare_phone: Page, server: Server) -> None:
    # Colours are judged when nothing is half-way through a fade.
    bare_phone.emulate_media(reduced_motion="reduce")
    cover = ListCover(bare_phone).open(server.address())
    assert faults(bare_phone) == []
    cover.add("milk", "bread")
    cover.tick("bread")
    assert faults(bare_phone) == []
    bare_phone.get_by_role("button", name="List options").click()
    assert faults(bare_phone) == []


def test_calculator_has_no_fault(bare_phone: Page, server: Server) -> None:
    cover = CalculatorCover(bare_phone).open(server.address("calculator"))
    cover.press("12+30=")
    assert faults(bare_phone) == []
    expect(cover.open_history()).to_have_count(1)
    assert faults(bare_phone) == []


def test_probe_finds_a_planted_fault(bare_phone: Page, server: Server) -> None:
    ListCover(bare_phone).open(server.address())
    bare_phone.evaluate("document.body.append(document.createElement('button'))")
    assert "button-name" in {fault["id"] for fault in faults(bare_phone)}


@pytest.mark.parametrize("cover", ["list", "calculator"])
@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 740), (740, 360), (1280, 800)])
def test_nothing_runs_off_the_side(
    phone: Phone, server: Server, cover: str, width: int, height: int
) -> None:
    page = phone(viewport={"width": width, "height": height})
    page.goto(server.address(cover))
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    assert not page.evaluate(TOO_WIDE)


def test_targets_are_as_large_as_a_thumb(phone: Phone, server: Server) -> None:
    cover = ListCover(phone()).open(server.address())
    cover.add("milk")
    small = cover.page.evaluate(
        """() => [...document.querySelectorAll("#app button, #app label, #app input[type=text]")]
          .map((each) => [each.getAttribute("aria-label") ?? each.textContent,
                          each.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 44 || box.height < 44))
          .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []


def test_every_inner_screen_has_no_fault(bare_phone: Page, server: Server) -> None:
    found = {}
    for name, page in tour(bare_phone, server):
        found[name] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}
    assert len(found) >= 20


def test_no_inner_screen_runs_off_the_side(phone: Phone, server: Server) -> None:
    page = phone(viewport={"width": 320, "height": 568})
    wide = [
        name
        for name, here in tour(page, server)
        if here.evaluate(INNER_TOO_WIDE) or here.evaluate(TOO_WIDE)
    ]
    assert wide == []
