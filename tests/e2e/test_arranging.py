"""The plan is the person's own: order, pages, names, what to look at again, and a sudden end."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.lab import Lab
from tests.e2e.conftest import Phone
from tests.e2e.server import Server
from tests.e2e.touch import drag_by_finger, grip

SECRET = "seven paper kites over slow water"


def start(page: Page, server: Server) -> Planner:
    """Make a space and stand at Home."""
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.finish()
    return Planner(page)


@pytest.fixture
def planner(phone: Phone, server: Server) -> Planner:
    return start(phone(), server)


def names(planner: Planner) -> list[str]:
    """Return the pages of the plan, as they stand on the screen that orders them."""
    return planner.page.locator(".mover-name").all_inner_texts()


def reopen(planner: Planner) -> None:
    """Leave and come back in by the secret."""
    planner.kept()
    planner.leave()
    planner.expect_cover()
    planner.open(SECRET)


def test_pages_are_put_in_order_by_keys_fingers_and_buttons(planner: Planner) -> None:
    planner.go("My plan")
    planner.go("Change my plan")
    usual = names(planner)
    third = usual[2]
    grip(planner, third).focus()
    planner.page.keyboard.press("ArrowUp")
    planner.page.keyboard.press("ArrowUp")
    # The keys go on with the same page, because the focus went with it.
    expect(grip(planner, third)).to_be_focused()
    assert names(planner)[0] == third
    planner.press("Undo")
    assert names(planner)[1] == third

    second = usual[0]
    assert names(planner)[0] == second
    row = planner.page.locator(".mover").first.bounding_box()
    assert row is not None
    drag_by_finger(planner, grip(planner, second), 2.6 * row["height"])
    expect(planner.page.locator(".mover-name").nth(2)).to_have_text(second)

    planner.press(usual[3])
    planner.press("Move up")
    wanted = names(planner)
    assert wanted[2] == usual[3]

    reopen(planner)
    planner.go("My plan")
    rows = planner.page.locator(".sections .row-title")
    assert rows.all_inner_texts()[: len(wanted)] == wanted
    planner.go("Change my plan")
    planner.press("Back to the usual order")
    assert names(planner) == usual


def test_renamed_parts_and_those_put_away_stay_so_until_taken_back(planner: Planner) -> None:
    planner.go("My plan")
    planner.go("My phone")
    planner.more("Numbers I know by heart")
    name = planner.field("Name")
    name.fill("")
    name.press_sequentially("My two numbers")
    planner.press("Go back")
    planner.more("Power and credit")
    planner.press("Not now: put this away")
    expect(planner.prompt("Power and credit")).to_have_count(0)
    planner.press("Undo")
    expect(planner.prompt("Power and credit")).to_have_count(1)
    planner.more("Power and credit")
    planner.press("Not now: put this away")
    planner.go("Change this page")
    page = planner.field("Name of this page")
    page.fill("")
    page.press_sequentially("Pocket things")
    planner.back()
    planner.back()
    planner.go("What matters to me first")
    planner.press("Staying in touch")
    reopen(planner)
    # Home calls it what the person calls it.
    planner.go("Pocket things")
    expect(planner.prompt("My two numbers")).to_have_count(1)
    expect(planner.prompt("Power and credit")).to_have_count(0)
    planner.press("Not now: put this page away")
    planner.heading("Hello").wait_for()
    planner.press("Undo")
    planner.go("Pocket things")
    planner.page.get_by_text("Not now", exact=True).click()
    planner.go("Power and credit")
    expect(planner.prompt("Power and credit")).to_have_count(1)


def test_a_day_to_look_again_comes_quietly_and_goes(planner: Planner) -> None:
    heading = planner.page.get_by_role("heading", name="To look at again")
    planner.go("My plan")
    planner.go("Medicine")
    planner.more("If all of it is gone")
    planner.press("In a week")
    planner.press("Go back")
    planner.home()
    expect(heading).to_have_count(0)
    planner.kept()
    planner.page.clock.set_fixed_time(dt.datetime.now(dt.UTC) + dt.timedelta(days=8))
    planner.go("My plan")
    planner.home()
    expect(heading).to_be_visible()
    planner.go("If all of it is gone")
    expect(planner.prompt("If all of it is gone").get_by_role("heading")).to_be_focused()
    planner.press("Yes, thanks")
    planner.home()
    expect(heading).to_have_count(0)


@pytest.fixture
def lab(playwright: Playwright, chromium: str, server: Server, tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(playwright, OwnBrowser(chromium, tmp_path / "profile"), server.origin)
    yield lab
    lab.own.kill()


def test_own_page_survives_a_sudden_end_and_comes_back_when_deleted(
    lab: Lab, server: Server
) -> None:
    planner = start(lab.start(), server)
    planner.go("My plan")
    planner.press("Add a page of my own")
    planner.field("Name of this page").press_sequentially("Tuesdays at the pool")
    planner.press("Add something of my own")
    planner.go("A list")
    planner.field("Name").press_sequentially("Who swims")
    planner.press("Open this page")
    planner.add_line("Who swims", "Dee and her cousin")
    planner.prompt("My notes").get_by_role("textbox").press_sequentially("Lane four is quiet")
    planner.kept()
    lab.own.kill()

    planner = Planner(lab.start())
    planner.cover.open(server.address())
    planner.open(SECRET)
    planner.go("My plan")
    planner.go("Tuesdays at the pool")
    assert planner.lines("Who swims") == ["Dee and her cousin"]
    notes = planner.prompt("My notes").get_by_role("textbox")
    expect(notes).to_have_text("Lane four is quiet")

    planner.go("Change this page")
    planner.press("Delete this page, with what I wrote")
    planner.heading("My plan").wait_for()
    page = planner.page.get_by_role("button", name="Tuesdays at the pool")
    expect(page).to_have_count(0)
    planner.press("Undo")
    planner.go("Tuesdays at the pool")
    assert planner.lines("Who swims") == ["Dee and her cousin"]
    lab.watch.check()
