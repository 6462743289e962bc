"""The first page of the cover is replaced once, when it is put away with nothing begun in it."""

import pytest
from playwright.sync_api import Page

from pwa.audit.drive.covers import CalculatorCover, ListCover
from pwa.audit.drive.firefox import HIDE
from pwa.audit.drive.wait import until
from pwa.audit.ground import is_freshened
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

WAIT_MS = 1_500

# Every save of the cover is refused, as when the box was let go before it was ready: it is asked
# to save into a space, and none is open.
REFUSED = """(() => {
  const [saveCover, save] = [2, 4];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (call, ...rest) {
    const asked = call[0] === saveCover ? [save, ...call.slice(1)] : call;
    return post.call(this, asked, ...rest);
  };
})();"""


def put_away(page: Page) -> None:
    """Tell the page that nobody sees it."""
    page.evaluate("globalThis.isFirst = true")
    page.evaluate(HIDE)


def test_first_page_is_replaced_once_and_loses_nothing(phone: Phone, server: Server) -> None:
    cover = ListCover(phone()).open(server.address()).wait_for_worker()
    length = cover.page.evaluate("history.length")
    cover.add("milk", "bread")
    put_away(cover.page)
    until(lambda: is_freshened(cover.page), what="a fresh page")
    cover.expect_items("milk", "bread")
    assert cover.page.url == server.address()
    assert cover.page.evaluate("history.length") == length
    # What came up under a service worker stays.
    put_away(cover.page)
    cover.page.wait_for_timeout(WAIT_MS)
    assert not is_freshened(cover.page)


@pytest.mark.parametrize("begun", ["a text", "a chance to undo"])
def test_page_with_something_begun_stays(phone: Phone, server: Server, begun: str) -> None:
    cover = ListCover(phone()).open(server.address()).wait_for_worker()
    cover.add("bread")
    if begun == "a text":
        cover.field.press_sequentially("mi")
    else:
        cover.choose_for("bread", "Delete")
    put_away(cover.page)
    cover.page.wait_for_timeout(WAIT_MS)
    assert not is_freshened(cover.page)


def test_page_with_something_unsaved_stays(phone: Phone, server: Server) -> None:
    page = phone()
    page.add_init_script(REFUSED)
    cover = ListCover(page).open(server.address()).wait_for_worker()
    cover.add("bread")
    put_away(page)
    page.wait_for_timeout(2 * WAIT_MS)
    assert not is_freshened(page)
    cover.expect_items("bread")


def test_calculator_in_the_middle_of_a_sum_stays(phone: Phone, server: Server) -> None:
    cover = CalculatorCover(phone()).open(server.address("calculator")).wait_for_worker()
    cover.press("12+")
    put_away(cover.page)
    cover.page.wait_for_timeout(WAIT_MS)
    assert not is_freshened(cover.page)
