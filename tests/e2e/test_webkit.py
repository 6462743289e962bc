"""WebKit: text can be typed, is kept, and is gone after leaving; the probes that hold there."""

from contextlib import suppress
from typing import cast

import pytest
from playwright.sync_api import Playwright

from pwa.audit.drive.entries import USUAL
from pwa.audit.drive.kit import own
from pwa.audit.drive.kit.lab import KitLab
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.plants import Planted
from pwa.audit.drive.wait import until
from pwa.audit.errors import TookTooLong
from pwa.audit.ground import Ground
from pwa.audit.probe import Case, Probe, attempt
from pwa.audit.probes import endings, network, rest, returning, traces
from tests.e2e.clean import assert_held
from tests.e2e.server import Server

WANTED = {
    endings.PROBE: ("closed", "killed after 0.0 s", "killed open"),
    network.PROBE: ("requests",),
    rest.PROBE: ("cached", "storage", "box"),
    returning.PROBE: ("history length", "back and forward", "kept page"),
    # Without the case round text boxes, what was typed stays in the window's own process.
    traces.PROBE: ("second tab",),
}
IS_LONG = "document.scrollingElement.scrollHeight > innerHeight"
MOST_ROWS = 40
CASES = [
    pytest.param(probe, case, id=f"{probe.name}/{case.name}")
    for probe, names in WANTED.items()
    for case in probe.cases
    if case.name in names
]


@pytest.fixture(scope="module")
def ground(
    playwright: Playwright, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Ground:
    """The product in a WebKit of our own."""
    driver = own.find()
    if driver is None:
        pytest.skip("no WebKit: it needs Debian's packages that tools/browsers.py names")
    folder = tmp_path_factory.mktemp("webkit")
    return Ground(playwright, driver, server.origin, folder, server.code, engine="webkit")


def test_what_was_typed_is_there_again(ground: Ground) -> None:
    planted: Planted = ground.planted
    with ground.lab() as lab:
        planner = ground.planner(lab)
        lab.page.get_by_role("checkbox", name=USUAL["list"], exact=True).wait_for()
        planner.open(ground.secret)
        planner.go("People")
        lab.page.get_by_text(planted.typed["People: Name to use"]).first.wait_for()
        planner.home()
        planner.go("Calm now")
        planner.go("Calm place")
        lab.page.get_by_text(planted.typed["Calm place: Where is it?"]).first.wait_for()
        planner.home()
        planner.go("Check in")
        planner.press("Look back")
        lab.page.get_by_text(planted.typed["Check in: A line about today"]).first.wait_for()
        planner.leave()
        planner.expect_cover()
        assert lab.watch.problems == []


def test_first_item_is_kept_though_the_page_is_put_away_at_once(ground: Ground) -> None:
    # The profile was made so: the box is still being made when the page is hidden and freshened.
    with ground.lab(has_space=False) as lab:
        ground.way_in(lab.page).open(ground.cover_address)
        lab.page.get_by_role("checkbox", name=USUAL["list"], exact=True).wait_for()


def test_close_answers_over_a_list_longer_than_the_screen(ground: Ground) -> None:
    with ground.lab() as lab:
        planner = ground.settled(lab)
        count = 0
        while not lab.page.evaluate(IS_LONG):
            assert count < MOST_ROWS
            planner.way_in.enter(f"jar {count}")
            planner.way_in.wait_for_entry(f"jar {count}")
            count += 1
        # Its row makes the page longer still, and the page is scrolled to show it.
        planner.open(ground.secret)
        planner.leave()
        planner.expect_cover()


CONTROL, END, HOME, DELETE = "\ue009", "\ue010", "\ue011", "\ue017"


def press_with_control(lab: Lab, key: str) -> None:
    up, down = ({"type": kind, "value": CONTROL} for kind in ("keyUp", "keyDown"))
    keys = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
    cast(KitLab, lab).kit.act("key", down, *keys, up)


def test_words_in_a_case_can_be_copied_cut_and_deleted(ground: Ground) -> None:
    with ground.lab(has_space=False) as lab:
        ground.way_in(lab.page).open(ground.cover_address)
        field = lab.page.locator(".case .field")

        def says(wanted: str) -> str:
            """Return what stands there, once it is what is wanted or has had the time to be."""
            with suppress(TookTooLong):
                until(lambda: read().strip() == wanted)
            return read()

        def read() -> str:
            return str(field.evaluate("each => each.textContent"))

        field.click()
        lab.page.keyboard.type("one, two three")
        lab.page.keyboard.press(HOME)
        press_with_control(lab, DELETE)
        assert says(", two three") == ", two three"
        press_with_control(lab, "a")
        press_with_control(lab, "c")
        lab.page.keyboard.press(END)
        press_with_control(lab, "v")
        assert says(", two three, two three") == ", two three, two three"
        press_with_control(lab, "a")
        press_with_control(lab, "x")
        assert says("").strip() == ""
        press_with_control(lab, "v")
        assert says(", two three, two three").strip() == ", two three, two three"


def test_lines_that_are_pasted_stay_lines(ground: Ground) -> None:
    with ground.lab() as lab:
        planner = ground.planner(lab)
        planner.open(ground.secret)
        planner.go("People")
        planner.press("Add someone")
        planner.field("Name to use").press_sequentially("Zoe")
        for part in lab.page.locator("summary").all():
            part.click()
        planner.field("Also good to know").press("a")
        # What pasting does, once its letters were looked at.
        lab.page.evaluate("document.execCommand('insertText', false, 'b\\n\\nc')")
        planner.kept()
        planner.back()
        planner.go("Zoe")
        planner.heading("Zoe").wait_for()
        shown = str(lab.page.locator(".app").evaluate("each => each.textContent"))
        assert "ab\n\nc" in shown


@pytest.mark.parametrize(("probe", "case"), CASES)
def test_promise_is_held(ground: Ground, probe: Probe, case: Case) -> None:
    assert_held(attempt(probe, case, ground))
