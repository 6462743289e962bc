"""A walk through every screen of the inner app, in the order a person may meet them."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.e2e.inner import FirstRun, Planner
from tests.e2e.server import Server

SECRET = "soft brick and seven loud swans"
SETTINGS = (
    "Closing",
    "Practise leaving",
    "A second way in",
    "What matters to me first",
    "Language",
    "Put it on the home screen",
    "What this can and cannot do",
    "A way to wipe",
    "Remove what I wrote",
)


def tour(page: Page, server: Server) -> Iterator[tuple[str, Page]]:
    """Yield (name, page) with each screen showing; English words, the list as cover."""
    planner = Planner(page)
    for name in _screens(planner, server):
        yield name, page
    planner.leave()
    planner.expect_cover()


def _screens(planner: Planner, server: Server) -> Iterator[str]:
    yield from _first_run(FirstRun(planner.page), server)
    yield from _people(planner)
    yield from _plan(planner)
    yield from _calm(planner)
    planner.go("Call or text")
    yield "call"
    planner.home()
    planner.go("Settings")
    yield "settings"
    for title in SETTINGS:
        planner.go(title)
        expect(planner.heading("Settings")).to_have_count(0)
        yield f"settings {title}"
        planner.back()
    planner.home()


def _first_run(first: FirstRun, server: Server) -> Iterator[str]:
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("bread")
    first.open(server.code)
    yield "welcome"
    first.press("Go on")
    yield "limits"
    first.press("Go on")
    yield "install"
    first.press("Go on without the icon")
    yield "others"
    first.press("Yes, I have one")
    yield "others asked"
    first.back()
    first.press("Go on without the icon")
    first.press("No, this is the first")
    yield "secret offered"
    first.press("I want to make up my own")
    first.field("My words").press_sequentially(SECRET)
    yield "secret own"
    first.press("Take mine")
    first.press("Show it again")
    yield "secret again"
    first.repeat(SECRET)
    first.page.locator(".matter").first.click()
    yield "matters"
    first.press("Go on")
    yield "practice"
    first.press("Not now")
    expect(first.heading("Hello")).to_be_visible()
    yield "home"


def _people(planner: Planner) -> Iterator[str]:
    planner.go("People")
    yield "people empty"
    planner.press("Add someone")
    for part in planner.page.locator("summary").all():
        part.click()
    yield "person fields"
    planner.back()
    planner.add_person("Aunt Rosa", "+1 555 010 0101", "My aunt")
    yield "people"
    planner.go("Aunt Rosa")
    yield "person card"
    planner.press("Call")
    yield "before a call"
    planner.press("Go back")
    planner.press("Large number")
    yield "large number"
    planner.press("Go back")
    planner.home()


def _plan(planner: Planner) -> Iterator[str]:
    planner.go("My plan")
    yield "plan"
    planner.go("How I feel")
    yield "section empty"
    planner.add_line("My early signs", "I count the doors")
    planner.page.get_by_role("button", name="I cannot sleep").first.click()
    yield "section"
    planner.page.get_by_role("button", name="I count the doors").click()
    yield "section line open"
    planner.prompt("My early signs").get_by_role("button", name="Done").click()
    planner.home()


def _calm(planner: Planner) -> Iterator[str]:
    planner.go("Calm now")
    yield "calm"
    for tool in ("5-4-3-2-1", "Breathing", "Feet on the floor"):
        planner.go(tool)
        expect(planner.heading(tool)).to_be_visible()
        yield f"tool {tool}"
        planner.press("Stop")
        yield f"after {tool}"
        planner.press("Back to Calm")
    planner.home()
