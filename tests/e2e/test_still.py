"""Nothing moves by itself under a finger, and nothing flashes that is not so, on a slow phone."""

import pytest
from playwright.sync_api import Page, expect

from pwa.audit.drive import clock
from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.wait import until
from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.server import Server

SECRET = "soft brick and seven loud swans"
SLOWER = 4
#: What web.dev calls good; here it is the sum over the whole way, not the worst second of it.
MOST_SHIFT = 0.1

#: Sums the shifts of all pages of this tab that no touch or key of the last half second explains.
WATCH = """new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput) shifted(entry.value);
}).observe({ type: "layout-shift", buffered: true });"""

#: Whatever the line under the name of the list says at any time.
LISTEN = """globalThis.said = [];
new MutationObserver(() => {
  const line = document.querySelector(".count");
  if (line?.checkVisibility({ visibilityProperty: true })) said.push(line.textContent);
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });"""


@pytest.fixture
def shifts(phone: Phone) -> tuple[Page, list[float]]:
    """A slow phone, and every shift that it sees."""
    page = phone()
    seen: list[float] = []
    page.context.expose_function("shifted", lambda value: seen.append(value))
    page.add_init_script(WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page, seen


def test_nothing_shifts_by_itself_from_cover_to_plan_and_back(
    shifts: tuple[Page, list[float]], server: Server
) -> None:
    page, seen = shifts
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("bread", "milk")
    first.make_space(server.code, SECRET)
    first.finish()
    first.leave()
    first.expect_cover()
    planner = Planner(page)
    planner.open(SECRET)
    planner.go("My plan")
    planner.go("How I feel")
    planner.add_line("My early signs", "I count the doors")
    planner.kept()
    planner.home()
    planner.go("Calm now")
    planner.go("Breathing")
    planner.press("Stop")
    planner.press("Better")
    planner.press("Back to Calm")
    planner.leave()
    planner.expect_cover()
    assert sum(seen) <= MOST_SHIFT


def test_a_shift_is_seen(shifts: tuple[Page, list[float]], server: Server) -> None:
    page, seen = shifts
    ListCover(page).open(server.address()).add("bread", "milk")
    grow = "document.querySelector('main').prepend(Object.assign(document.createElement('p'),"
    page.evaluate(
        f"new Promise((done) => setTimeout(done, 600)).then(() => {grow}"
        " { style: 'block-size: 300px' })))"
    )
    until(lambda: bool(page.evaluate("true")) and sum(seen) > MOST_SHIFT, what="word of the shift")


def test_list_never_says_that_it_is_empty_while_it_is_read(phone: Phone, server: Server) -> None:
    page = phone()
    cover = ListCover(page).open(server.address())
    cover.add("bread")
    expect(page.get_by_text("1 left")).to_be_visible()
    clock.settle(page)
    page.add_init_script(LISTEN)
    page.reload()
    expect(page.get_by_text("1 left")).to_be_visible()
    assert set(page.evaluate("said")) == {"1 left"}


def test_ideas_stay_where_they_are_when_one_is_tapped_in(phone: Phone, server: Server) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("My plan")
    planner.go("How I feel")
    ideas = page.get_by_role("group", name="Ideas to tap in").first
    before = ideas.bounding_box()
    ideas.get_by_role("button").first.click()
    expect(page.locator(".entry").first).to_be_visible()
    after = ideas.bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] == pytest.approx(before["y"], abs=1)
