"""The covers can be read and used by everyone, as far as axe-core and a ruler can tell."""

import pytest
from playwright.sync_api import Browser, Page, expect

from pwa.audit.drive.covers import CalculatorCover, ListCover
from pwa.audit.drive.inner import Inner
from pwa.audit.scan.words import finds, read_revealing
from tests.e2e.axe import faults
from tests.e2e.conftest import Phone
from tests.e2e.facing import face
from tests.e2e.heard import stumbles
from tests.e2e.server import Server
from tools.transcript import lines, read

#: Each stands for one rule of what is heard: no name, told apart, in order, told once.
STUMBLING = {
    "<main><h1>A</h1><button></button></main>": "a button has no name",
    "<h1>A</h1><button>More</button><button>More</button>": "two buttons are 'More'",
    "<h1>A</h1><h3>B</h3>": "the heading 'B' of level 3 comes after level 1",
    "<h1>A</h1><h1>B</h1>": "the heading 'B' of level 1 comes after level 1",
    "<h1>A</h1><p id=n>Name</p><div role=textbox aria-labelledby=n></div>": "'Name' is told twice",
}

TOO_WIDE = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"


def flaws(page: Page) -> list[object]:
    """Return what is wrong on a cover, and every word read out there that would reveal it."""
    said = "\n".join(lines(read(page)))
    return [*faults(page), *stumbles(page), *finds(said, read_revealing())]


@pytest.fixture(params=["light", "dark"])
def bare_phone(request: pytest.FixtureRequest, phone: Phone) -> Page:
    """A phone on which axe-core can be injected; the page's own CSP is tested elsewhere."""
    return phone(bypass_csp=True, color_scheme=request.param)


def test_list_has_no_fault(bare_phone: Page, server: Server) -> None:
    # Colours are judged when nothing is half-way through a fade.
    bare_phone.emulate_media(reduced_motion="reduce")
    cover = ListCover(bare_phone).open(server.address())
    assert flaws(bare_phone) == []
    cover.add("milk", "bread")
    cover.tick("bread")
    assert flaws(bare_phone) == []
    bare_phone.get_by_role("button", name="List options").click()
    assert flaws(bare_phone) == []


def test_calculator_has_no_fault(bare_phone: Page, server: Server) -> None:
    bare_phone.emulate_media(reduced_motion="reduce")
    cover = CalculatorCover(bare_phone).open(server.address("calculator"))
    cover.press("12+30=")
    assert flaws(bare_phone) == []
    expect(cover.open_history()).to_have_count(1)
    assert flaws(bare_phone) == []


def test_probe_finds_a_planted_fault(bare_phone: Page, server: Server) -> None:
    ListCover(bare_phone).open(server.address())
    bare_phone.evaluate("document.body.append(document.createElement('button'))")
    assert "button-name" in {fault["id"] for fault in faults(bare_phone)}


@pytest.mark.parametrize("page_text", STUMBLING)
def test_what_a_reader_would_stumble_over_is_found(browser: Browser, page_text: str) -> None:
    page = browser.new_page()
    page.set_content(page_text)
    assert stumbles(page) == [STUMBLING[page_text]]
    page.close()


@pytest.fixture(params=["ltr", "rtl"])
def facing(request: pytest.FixtureRequest) -> str:
    """The direction of reading; no language here is written from the right yet."""
    return str(request.param)


@pytest.mark.parametrize("cover", ["list", "calculator"])
@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 740), (740, 360), (1280, 800)])
def test_nothing_runs_off_the_side(
    phone: Phone, server: Server, cover: str, width: int, height: int, facing: str
) -> None:
    page = phone(viewport={"width": width, "height": height})
    face(page, facing)
    page.goto(server.address(cover))
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    assert not page.evaluate(TOO_WIDE)


def test_list_is_mirrored_from_the_right(phone: Phone, server: Server) -> None:
    for facing in ("ltr", "rtl"):
        page = phone()
        face(page, facing)
        cover = ListCover(page).open(server.address())
        cover.add("milk")
        tick = page.get_by_role("checkbox", name="milk").bounding_box()
        more = page.get_by_role("button", name="More for milk").bounding_box()
        assert tick is not None
        assert more is not None
        assert (tick["x"] < more["x"]) == (facing == "ltr")


@pytest.mark.parametrize("cover_facing", ["ltr", "rtl"])
def test_close_keeps_the_corner_that_the_pack_leaves_free(
    phone: Phone, server: Server, cover_facing: str
) -> None:
    page = phone()
    page.add_init_script(
        "new MutationObserver(() => { document.documentElement.dir = "
        f"'{cover_facing}'; }}).observe(document, {{ childList: true }});"
    )
    inner = Inner(page)
    inner.cover.open(server.address())
    inner.open(server.code)
    close = inner.close_button.bounding_box()
    assert close is not None
    # The pack is English, so its free corner is on the right.
    assert close["x"] > page.evaluate("innerWidth") / 2


def test_targets_are_as_large_as_a_thumb(phone: Phone, server: Server) -> None:
    cover = ListCover(phone()).open(server.address())
    cover.add("milk")
    small = cover.page.evaluate(
        """() => [...document.querySelectorAll("#app button, #app label, #app [role=textbox]")]
          .map((each) => [each.getAttribute("aria-label") ?? each.textContent,
                          each.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 44 || box.height < 44))
          .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
    )
    assert small == []
