"""The main job: from a shopping list to a kept plan, gone at a touch, back with the network off.

One run from first visit to last reading, as one person lives it; the smaller files take the
parts one by one.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.keys import box_keys, find_box
from pwa.audit.drive.lab import Lab
from pwa.audit.scan.canary import MIN_NEEDLE_BYTES, Needle, key_needles, text_needles
from pwa.audit.scan.records import read_records
from tests.e2e.clean import assert_clean, assert_none
from tests.e2e.plan import ALL_ENTRIES, ALL_TEXTS, ENTRIES, FEEL, PEOPLE
from tests.e2e.server import Server, start_server
from tests.e2e.writing import Writer

SECRET = "seven tin boats under green light"
PACK_LINE = "It need not be the real one."


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own, because it is stopped on the way."""
    server = start_server(tmp_path / "var")
    yield server
    server.stop()


@pytest.fixture
def lab(playwright: Playwright, chromium: str, own_server: Server, tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(playwright, OwnBrowser(chromium, tmp_path / "profile"), own_server.origin)
    yield lab
    lab.own.kill()


def write_plan(planner: Planner) -> None:
    """Enter every line of the plan through the screens."""
    planner.go("People")
    for name, number, relation in PEOPLE:
        planner.add_person(name, number, relation)
    planner.back()
    planner.go("My plan")
    planner.go("How I feel")
    for each in FEEL:
        for line in each.lines:
            planner.add_line(each.prompt, line)
    planner.kept()


def read_plan(planner: Planner) -> int:
    """Compare every entry with what was written; returns how many there are."""
    count = 0
    planner.go("People")
    for name, number, relation in PEOPLE:
        planner.go(name)
        expect(planner.heading(name)).to_be_visible()
        expect(planner.page.get_by_text(relation, exact=True)).to_be_visible()
        planner.press("Large number")
        expect(planner.page.get_by_text(number, exact=True).first).to_be_visible()
        planner.press("Go back")
        planner.back()
        count += 3
    planner.home()
    planner.go("My plan")
    planner.go("How I feel")
    for each in FEEL:
        assert planner.lines(each.prompt) == list(each.lines)
        count += len(each.lines)
    return count


def plan_needles() -> list[Needle]:
    """List everything that was written, the secret, and a line that was only shown."""
    texts = [name for name, _, _ in PEOPLE]
    texts += [line for each in FEEL for line in each.lines]
    texts = [text for text in texts if len(text) >= MIN_NEEDLE_BYTES]
    needles = [needle for text in texts for needle in text_needles(text, text)]
    return [*needles, *text_needles("secret", SECRET), *text_needles("shown", PACK_LINE)]


def test_plan_is_written_left_without_a_trace_and_read_again_offline(
    lab: Lab, own_server: Server
) -> None:
    page = lab.start()
    first = FirstRun(page)
    first.cover.open(own_server.address()).wait_for_worker()
    first.cover.add("oat milk", "bread")
    first.make_space(own_server.code, SECRET)
    first.finish()
    first.leave()
    first.expect_cover()
    lab.watch.check()
    # Written on another day: the browser that fetched the app may keep a piece of what it was
    # sent (docs/exit.md).
    lab.stop()
    page = lab.start()
    planner = Planner(page)
    planner.cover.open(own_server.address()).wait_for_worker()
    planner.open(SECRET)
    write_plan(planner)

    needles = plan_needles()
    keys = box_keys(find_box(lab.own.profile), SECRET)
    assert any(name.startswith("dek") for name in keys), "the secret opens no region"
    needles += [needle for name, key in keys.items() for needle in key_needles(name, key)]
    control = lab.memory(needles).names()
    assert control >= {"shown", "I count the doors", "Mr. Bell from school"}
    assert control & set(keys), "no key found while the space was open"

    left_at_s = planner.leave()
    planner.expect_cover()
    assert_clean(lab, needles, left_at_s)
    planner.cover.expect_items("oat milk", "bread")
    lab.watch.check()
    lab.stop()
    seen = read_records(lab.own.profile)
    assert seen.urls == {own_server.address()}
    assert seen.titles == {"List"}

    own_server.stop()
    planner = Planner(lab.start())
    planner.cover.open(own_server.address())
    planner.open(SECRET)
    # Reading back goes through DevTools and so through the browser's own process: no scan here.
    assert read_plan(planner) == ENTRIES
    planner.leave()
    planner.expect_cover()


def test_every_section_is_filled_in_left_and_read_again_offline_to_the_letter(
    lab: Lab, own_server: Server
) -> None:
    page = lab.start()
    first = FirstRun(page)
    first.cover.open(own_server.address()).wait_for_worker()
    first.make_space(own_server.code, SECRET)
    first.finish()
    # Whole texts at a time go through the browser's own process: only the disk is looked at here.
    Writer(Planner(page)).write_all()
    first.leave()
    first.expect_cover()
    lab.watch.check()
    long = [text for text in ALL_TEXTS if len(text) >= MIN_NEEDLE_BYTES]
    assert len(long) >= 120
    assert_none(lab.disk([needle for text in long for needle in text_needles(text, text)]))
    lab.stop()

    own_server.stop()
    planner = Planner(lab.start())
    planner.cover.open(own_server.address())
    planner.open(SECRET)
    assert Writer(planner).read_all() == ALL_ENTRIES
    planner.leave()
    planner.expect_cover()
