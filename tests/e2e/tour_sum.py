"""A walk past what is said otherwise behind the calculator: sums in the place of words."""

from collections.abc import Iterator

from playwright.sync_api import Page

from pwa.audit.drive.covers import CalculatorCover
from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, FirstRun
from pwa.audit.drive.words import Say, english
from tests.e2e.server import Server
from tests.e2e.words import speaker

FIRST = "7319*428+60517"
SECOND = "52806/917-3384"
ERASER = "68*90417+25539"
#: Its screens whose only other word is the name of the cover, by their titles in Settings.
NAMED = ("Remind me", "Practice closing", "What this can and cannot do", "Remove what I wrote")


def sum_screens(
    page: Page, server: Server, language: str, say: Say | None = None
) -> Iterator[tuple[str, Page]]:
    """Yield (name, page) with each screen showing; `say` is as in `tour`."""
    say = say or speaker(language)
    cover = CalculatorCover(page, say)
    inner = FirstRun(page, say, cover)
    cover.open(server.address("calculator")).wait_for_worker()
    inner.open(server.code if say is english else server.make_code(language))
    for screens in (_first_run, _settings, _second, _eraser):
        for name in screens(inner):
            yield f"sum {name}", page
    inner.leave()
    cover.key("=").wait_for()


def _first_run(inner: FirstRun) -> Iterator[str]:
    yield "welcome"
    inner.press("Go on")
    yield "limits"
    inner.press("Go on")
    yield "install"
    inner.press("Go on without the icon")
    inner.press("Yes, I have one")
    yield "others asked"
    inner.press("Go on")
    inner.page.locator(".offered").wait_for()
    yield "offered"
    inner.press("I want to make up my own")
    field = inner.field(inner.way_in.MY_OWN)
    field.press_sequentially("7319 and more")
    yield "refused"
    field.fill(FIRST)
    yield "own"
    inner.press("Use mine")
    field.press_sequentially("12+30")
    inner.press("This is my way in")
    inner.press("Show it again")
    yield "again"
    field.fill("")
    inner.repeat(FIRST)
    inner.press("Go on")
    yield "practice"
    inner.press("Not now")
    inner.heading("Hello").wait_for()


def _settings(inner: FirstRun) -> Iterator[str]:
    inner.go("Settings")
    for title in NAMED:
        inner.go(title)
        inner.heading("Settings").wait_for(state="detached")
        yield title
        inner.back()


def _second(inner: FirstRun) -> Iterator[str]:
    inner.go("A second way in")
    inner.press("Make one")
    inner.press("Go on")
    inner.press("No, there is no other")
    yield "second offered"
    _take(inner, SECOND)
    inner.heading("It is ready").wait_for(timeout=OPEN_TIMEOUT_MS)
    yield "second ready"
    inner.press("Good")


def _eraser(inner: FirstRun) -> Iterator[str]:
    inner.go("A way to wipe")
    yield "wipe"
    inner.press("Make one")
    inner.press("No, there is no other")
    yield "wipe offered"
    _take(inner, ERASER)
    inner.heading("It is ready").wait_for(timeout=OPEN_TIMEOUT_MS)
    yield "wipe ready"
    inner.press("Good")


def _take(inner: FirstRun, secret: str) -> None:
    """Make up a secret and type it once more."""
    inner.press("I want to make up my own")
    field = inner.field(inner.way_in.MY_OWN)
    field.press_sequentially(secret)
    inner.press("Use mine")
    field.press_sequentially(secret)
    inner.press("Use this sum")
