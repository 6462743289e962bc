"""The line on a desktop, exactly as Chromium hands it over, and what a touch on it does.

A private notification service stands where the desktop's own would. Nothing is put in the place of
the browser's way from a push to the desktop and back.
"""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.notices import deliver
from pwa.audit.drive.phone import flags, phone_options
from pwa.audit.drive.stored import cached_texts
from pwa.audit.drive.wait import until
from pwa.audit.drive.watch import Watch
from tests.e2e.desktop import Desktop, is_here, running_desktop
from tests.e2e.pushing import MadeUp, make_up
from tests.e2e.server import Server

LINE = "Anything to add to your list?"
DAY_S = 86_400


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A desktop on which the line shows."""
    if not is_here():
        pytest.skip("no desktop: install Debian's packages dbus-daemon and python3-gi")
    with running_desktop() as desktop:
        yield desktop


@pytest.fixture
def context(
    playwright: Playwright, chromium: str, server: Server, desktop: Desktop, tmp_path: Path
) -> Iterator[BrowserContext]:
    """A Chromium on that desktop, with a profile: a private window may not open others."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile",
        executable_path=chromium,
        args=flags(),
        env={key: value for key, value in desktop.environ.items() if value},
        **phone_options(),
    )
    watch = Watch(context, server.origin)
    yield context
    watch.check()
    context.close()


@pytest.fixture
def made(context: BrowserContext) -> MadeUp:
    """The endpoint of this phone."""
    return make_up(context)


@pytest.fixture
def page(context: BrowserContext, made: MadeUp, server: Server, desktop: Desktop) -> Page:
    """The list, with its reminder turned on in its menu and its line on the desktop."""
    page = context.pages[0]
    ListCover(page).open(server.address()).wait_for_worker()
    page.get_by_role("button", name="List options").click()
    page.get_by_role("menuitem", name="Reminders", exact=True).click()
    page.get_by_role("button", name="Turn on", exact=True).click()
    expect(page.get_by_text("Reminders are on").last).to_be_visible()
    # The page has only handed the line over: its worker keeps it.
    until(lambda: any(text == LINE for _, text in cached_texts(page)), what="the kept line")
    # The worker has an endpoint only from a browser maker's service: it is told of this one.
    context.service_workers[0].evaluate(
        "endpoint => { PushManager.prototype.getSubscription = async () => ({ endpoint }); }",
        made.endpoint,
    )
    deliver(page)
    until(lambda: len(desktop.shown) == 1, what="the line on the desktop")
    return page


def seen_days(server: Server) -> set[int]:
    """Return the days on which the server saw its phones last."""
    with sqlite3.connect(Path(server.environ["PWA_VAR"]) / "pwa.sqlite") as database:
        return {day for (day,) in database.execute("SELECT seen_day FROM reminder")}


def test_desktop_gets_the_line_the_address_and_the_icon_alone(page: Page, desktop: Desktop) -> None:
    (shown,) = desktop.shown.values()
    address = urlsplit(page.url).netloc
    assert (shown["title"], shown["body"]) == (LINE, address)
    # The browser's own two: to open it, and to its settings.
    assert shown["actions"][::2] == ["default", "settings"]


def test_touch_brings_the_open_list_to_the_front_and_keeps_the_reminder_on(
    page: Page, context: BrowserContext, desktop: Desktop, server: Server
) -> None:
    other = context.new_page()
    other.bring_to_front()
    with sqlite3.connect(Path(server.environ["PWA_VAR"]) / "pwa.sqlite") as database:
        database.execute("UPDATE reminder SET seen_day = seen_day - 80")
    today = int(time.time()) // DAY_S
    desktop.touch()
    until(lambda: desktop.shown == {}, what="the end of the line")
    until(lambda: page.evaluate("document.hasFocus()") is True, what="the list in front")
    assert len(context.pages) == 2
    until(lambda: max(seen_days(server)) >= today, what="the word that the phone is in use")


def test_touch_opens_the_list_at_its_one_address_where_none_is_open(
    page: Page, context: BrowserContext, desktop: Desktop, server: Server
) -> None:
    context.new_page()
    page.close()
    with context.expect_page() as opened:
        desktop.touch()
    expect(opened.value).to_have_url(server.address())
    expect(opened.value.get_by_role("button", name="List options")).to_be_visible()
    until(lambda: desktop.shown == {}, what="the end of the line")
