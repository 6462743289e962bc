"""Reminders in Chromium: what shows, what stays on the phone, and every way in which they end."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from pwa.audit.drive import erasing
from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.notices import deliver
from pwa.audit.drive.stored import cached_texts, stored
from pwa.audit.drive.wait import until
from tests.e2e.asked import asked_from_now, assert_silent
from tests.e2e.conftest import Phone
from tests.e2e.pushing import MadeUp, make_up, shown
from tests.e2e.reminding import LINE, make_space, pick, to_remind, turn_on
from tests.e2e.server import Server

SECRET = "nine small boats and a green bell"
WIPES = "seven round stones under one tree"
FIRST_LINE = "Anything to add to your list?"


def reminded(phone: Phone, server: Server, line: str = LINE) -> tuple[Planner, MadeUp]:
    """Make a space with a reminder on; ends on the list."""
    page = phone()
    made = make_up(page.context)
    planner = Planner(page)
    make_space(planner, server.address(), server.code, SECRET)
    turn_on(planner, line)
    planner.opened().leave()
    planner.expect_cover()
    return planner, made


def menu(page: Page) -> None:
    """Touch Reminders in the menu of the list."""
    ListCover(page).wait_until_read()
    page.get_by_role("button", name="List options").click()
    page.get_by_role("menuitem", name="Reminders", exact=True).click()


def test_push_shows_the_line_once_and_opening_the_space_asks_for_nothing(
    phone: Phone, server: Server
) -> None:
    planner, made = reminded(phone, server)
    page = planner.page
    deliver(page)
    until(lambda: shown(page) == [LINE], what="the line")
    deliver(page)
    assert shown(page) == [LINE]
    asked = asked_from_now(page, page.context)
    planner.open(SECRET)
    planner.heading("Hello").wait_for()
    assert_silent(asked)
    planner.leave()
    planner.expect_cover()
    until(lambda: shown(page) == [], what="the end of the line")
    assert made.given == [made.endpoint]


def test_menu_of_the_list_ends_what_was_turned_on_inside_and_the_inside_sees_it(
    phone: Phone, server: Server
) -> None:
    planner, made = reminded(phone, server)
    page = planner.page
    menu(page)
    page.get_by_role("button", name="Turn off", exact=True).click()
    expect(page.get_by_text("Reminders are off").last).to_be_visible()
    assert made.endpoint == ""
    assert all(LINE not in text for _, text in cached_texts(page))
    planner.open(SECRET)
    to_remind(planner)
    page.get_by_text("It seems to be off on this phone.").wait_for()
    planner.press("Turn it on again")
    page.get_by_text("It is on.", exact=True).wait_for()
    assert made.given[1:] == [made.endpoint]
    planner.press("Turn it off")
    page.get_by_text("On which days is that safe?").wait_for()
    assert made.endpoint == ""


def test_reminder_from_inside_leaves_what_the_lists_own_leaves(
    phone: Phone, server: Server
) -> None:
    planner, _ = reminded(phone, server, FIRST_LINE)
    page = phone()
    make_up(page.context)
    cover = Planner(page).cover.open(server.address()).wait_for_worker()
    cover.add("bread")
    cover.choose_for("bread", "Delete")
    # The space's page was loaded anew by leaving; the list's own is loaded anew as often.
    page.reload()
    menu(page)
    page.get_by_role("button", name="Turn on", exact=True).click()
    expect(page.get_by_text("Reminders are on").last).to_be_visible()
    # The page has only handed the line over: its worker keeps it.
    until(lambda: any(text == FIRST_LINE for _, text in cached_texts(page)), what="the kept line")
    mine, theirs = stored(planner.page), stored(page)
    assert ["/list/ 0", "/list/line", len(FIRST_LINE)] in mine["caches"]
    assert mine == theirs


@pytest.mark.parametrize(
    "way", ["erased", "wiped", pytest.param("second way in", marks=pytest.mark.slow)]
)
def test_reminder_ends_when_what_was_written_is_overwritten(
    phone: Phone, server: Server, way: str
) -> None:
    planner, made = reminded(phone, server)
    page = planner.page
    assert made.endpoint != ""
    planner.open(SECRET)
    if way == "erased":
        erasing.to_erase(planner)
        page.get_by_text("Your reminder ends too.").wait_for()
        erasing.press_erase(planner)
        planner.expect_cover()
    elif way == "wiped":
        erasing.make_eraser(planner, WIPES)
        erasing.ready(planner)
        planner.leave()
        planner.expect_cover()
        planner.cover.enter(WIPES)
    else:
        erasing.make_second(planner, WIPES, also_erases=True)
        erasing.ready(planner)
        planner.leave()
        planner.expect_cover()
        planner.open(WIPES)
    until(lambda: page.evaluate("keptEndpoint(null)") == "", what="the end of the reminder")
    until(lambda: all(LINE not in text for _, text in cached_texts(page)), what="no line")


def test_without_permission_it_says_what_helps_and_asks_nobody(
    phone: Phone, server: Server
) -> None:
    page = phone()
    made = make_up(page.context)
    session = page.context.new_cdp_session(page)
    own = session.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    no = {"permission": {"name": "notifications"}, "setting": "denied", "browserContextId": own}
    session.send("Browser.setPermission", no)
    planner = Planner(page)
    make_space(planner, server.address(), server.code, SECRET)
    to_remind(planner)
    pick(planner)
    # In a tab, browsers put the address above the line.
    picture = page.get_by_role("figure", name="On the locked phone")
    picture.get_by_text(urlsplit(server.origin).netloc, exact=True).wait_for()
    page.get_by_text("The browser was told to show nothing").wait_for()
    assert planner.page.get_by_role("button", name="Turn it on").count() == 0
    assert made.given == []
