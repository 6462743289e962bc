"""Leaving farther than to the list: on to another site, and with everything taken away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.inner import FirstRun, Inner
from pwa.audit.drive.phone import phone_options
from tests.e2e.conftest import TIMEOUT_MS, Phone
from tests.e2e.server import Server

SECRET = "quiet lamp over nine wet steps"
SITE = "https://weather.example/"

# What a page of this origin can find of itself, and what answers for it.
STORED = """async () => {
  const files = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  return [
    files.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ];
}"""

# The page waits a second and a half for the server; a busy machine may take longer to answer.
PATIENT = """(() => {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (call, ms, ...rest) => wait(call, ms === 1_500 ? 30_000 : ms, ...rest);
})();"""
# Looks when the worker says that it has erased (static/cover/box/wire.ts: 8, answered by 0), in the
# very task: the layer has gone before anybody else is asked.
LAYER_WHEN_ERASED = """(() => {
  const post = Worker.prototype.postMessage;
  const look = ({ data: [kind] }) => {
    if (kind === 0) tell([...document.body.children].some((each) => each.shadowRoot));
  };
  Worker.prototype.postMessage = function (...parts) {
    if (parts[0][0] === 8) this.addEventListener("message", look);
    return post.apply(this, parts);
  };
})();"""


def make(page: Page, server: Server) -> Inner:
    """Make a space and an item on the list; ends at Home."""
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("bread")
    first.make_space(server.code, SECRET)
    first.finish()
    return Inner(page)


@pytest.fixture
def tab(browser: Browser) -> Iterator[BrowserContext]:
    """A browser tab in which another site answers; the usual watch would call it foreign."""
    context = browser.new_context(**phone_options())
    context.set_default_timeout(TIMEOUT_MS)
    answer = {"content_type": "text/html", "body": "<title>Weather</title><h1>Sunny</h1>"}
    context.route(f"{SITE}**", lambda route: route.fulfill(**answer))
    yield context
    context.close()


def test_close_goes_on_to_the_chosen_site_and_back_does_not_return(
    tab: BrowserContext, server: Server
) -> None:
    page = tab.new_page()
    inner = make(page, server)
    inner.go_on_to("weather.example")
    length = page.evaluate("history.length")
    inner.leave()
    page.wait_for_url(SITE)
    assert page.evaluate("history.length") == length
    for _ in range(3):
        page.go_back()
        assert page.url in {SITE, "about:blank"}
    page.goto(server.address())
    cover = ListCover(page)
    cover.expect_items("bread")
    assert inner.close_button.count() == 0


def test_close_offline_or_by_itself_stays_on_the_list(tab: BrowserContext, server: Server) -> None:
    page = tab.new_page()
    inner = make(page, server)
    inner.go_on_to("weather.example")
    tab.set_offline(True)
    inner.opened()
    inner.leave()
    inner.expect_cover()
    assert page.url == server.address()


def take_everything_away(inner: Inner) -> None:
    """Ask for the cover and its lists to go too."""
    inner.go("Settings")
    inner.go("Remove what I wrote")
    inner.page.get_by_role("switch").click()
    inner.press("I cannot hold a button")
    inner.press("Yes, remove it all now")


def test_everything_is_taken_away_with_the_network(phone: Phone, server: Server) -> None:
    page = phone()
    page.add_init_script(PATIENT)
    take_everything_away(make(page, server).opened())
    inner = Inner(page)
    inner.expect_cover()
    inner.cover.expect_items()
    # The fresh cover keeps an empty box again, as on a first visit; the secret opens nothing.
    inner.cover.add(SECRET)
    expect(inner.cover.item(SECRET)).to_be_visible()
    page.wait_for_timeout(2_000)
    assert inner.close_button.count() == 0


def test_nothing_of_the_origin_is_left_when_everything_is_taken_away(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script(PATIENT)
    inner = make(page, server).opened()
    assert all(page.evaluate(STORED)[at] > 0 for at in (0, 2, 3))
    # A page that cannot come back up cannot store anything anew.
    page.route(f"{server.address()}b", lambda route: route.fulfill(body="gone"))
    take_everything_away(inner)
    page.wait_for_url(f"{server.address()}b")
    assert page.evaluate(STORED) == [0, 0, 0, 0]


@pytest.mark.parametrize("trouble", ["offline", "hanging"])
def test_without_an_answer_the_list_stays_and_what_was_written_is_gone(
    phone: Phone, server: Server, trouble: str
) -> None:
    page = phone()
    page.add_init_script(LAYER_WHEN_ERASED)
    told: list[bool] = []
    page.expose_function("tell", lambda said: told.append(said))
    inner = make(page, server).opened()
    asked: list[Route] = []
    if trouble == "offline":
        page.context.set_offline(True)
    else:
        page.route("**/x", lambda route: asked.append(route))
    take_everything_away(inner)
    inner.expect_cover()
    assert told[-1:] == [False]
    for route in asked:
        route.abort()
    inner.cover.expect_items("bread")
    inner.cover.add(SECRET)
    expect(inner.cover.item(SECRET)).to_be_visible()
    page.wait_for_timeout(2_000)
    assert inner.close_button.count() == 0
