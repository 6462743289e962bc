"""What a cover says of itself, for somebody who wants to know whether it was installed right."""

from playwright.sync_api import Page

from pwa.audit.drive import clock
from pwa.audit.drive.covers import CalculatorCover, ListCover, wait_for_worker
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

INSTALLED = """
  const match = globalThis.matchMedia;
  globalThis.matchMedia = (query) =>
    query.includes("standalone") ? { matches: true, addEventListener() {} } : match(query);
"""


def lines(page: Page) -> list[str]:
    """Open "About this app" in the list's menu and read it."""
    page.get_by_role("button", name="List options").click()
    page.get_by_role("menuitem", name="About this app").click()
    page.get_by_role("menu").get_by_text("Works offline").wait_for()
    found = page.get_by_role("menuitem").all_inner_texts()
    return [" ".join(each.split()) for each in found]


def test_list_says_that_it_works_offline_and_keeps(phone: Phone, server: Server) -> None:
    cover = ListCover(phone()).open(server.address()).wait_for_worker()
    assert lines(cover.page) == [
        "On the home screen No", "Works offline Yes", "Keeps what you enter Yes",
    ]  # fmt: skip


def test_list_says_that_it_is_installed(phone: Phone, server: Server) -> None:
    page = phone()
    page.add_init_script(INSTALLED)
    cover = ListCover(page).open(server.address()).wait_for_worker()
    assert lines(cover.page)[0] == "On the home screen Yes"


def test_calculator_says_the_same_in_its_menu(phone: Phone, server: Server) -> None:
    page = phone()
    CalculatorCover(page).open(server.address("calculator"))
    wait_for_worker(page)
    # Whether it keeps is known once it has the box.
    clock.settle(page)
    page.get_by_role("button", name="Menu", exact=True).click()
    said = page.locator(".about").inner_text().splitlines()
    assert said == ["On the home screen: No", "Works offline: Yes", "Keeps what you enter: Yes"]
