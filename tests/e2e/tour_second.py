"""A walk past the second way in and the way to wipe, as they are made, and through the notebook."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, FirstRun, Inner
from pwa.audit.drive.words import Say, english
from tests.e2e.server import Server
from tests.e2e.words import speaker

FIRST = "paper moon over the tall barn"
SECOND = "nine wet stones beside a drum"
ERASER = "loud goose under some old tin"
TYPED = (FIRST, SECOND, ERASER)


def second_screens(
    page: Page, server: Server, language: str, say: Say | None = None
) -> Iterator[tuple[str, Page]]:
    """Make a second way in and a way to wipe, then read and write in the notebook.

    `say` is as in `tour`.
    """
    inner = FirstRun(page, say or speaker(language))
    inner.cover.open(server.address()).wait_for_worker()
    code = server.code if inner.say is english else server.make_code(language)
    inner.make_space(code, FIRST)
    inner.finish()
    for screens in (_second, _eraser):
        for name in screens(inner):
            yield name, page
    inner.leave()
    inner.expect_cover()
    inner.open(SECOND)
    for name in _notebook(inner):
        yield name, page
    inner.leave()
    inner.expect_cover()


def _second(inner: Inner) -> Iterator[str]:
    inner.go("Settings")
    inner.go("A second way in")
    inner.press("Make one")
    inner.page.get_by_role("switch").click()
    yield "second also wipes"
    inner.page.get_by_role("switch").click()
    inner.press("Go on")
    yield "second others"
    inner.press("No, there is no other")
    inner.page.locator(".offered").wait_for()
    yield "second offered"
    _take(inner, SECOND)
    inner.heading("It is ready").wait_for(timeout=OPEN_TIMEOUT_MS)
    yield "second ready"
    inner.press("Good")
    inner.go("A second way in")
    inner.press("Make a new one instead")
    inner.back()
    yield "second there"
    inner.back()


def _eraser(inner: Inner) -> Iterator[str]:
    inner.go("A way to wipe")
    inner.press("Make one")
    inner.press("No, there is no other")
    inner.page.locator(".offered").wait_for()
    yield "wipe offered"
    _take(inner, ERASER)
    inner.heading("It is ready").wait_for(timeout=OPEN_TIMEOUT_MS)
    yield "wipe ready"
    inner.press("Good")


def _take(inner: Inner, secret: str) -> None:
    """Make up a secret and type it once more."""
    inner.press("I want to make up my own")
    inner.field("My words").press_sequentially(secret)
    inner.press("Use mine")
    inner.field("My words").press_sequentially(secret)
    inner.press("Use these words")


def _notebook(inner: Inner) -> Iterator[str]:
    page, say = inner.page, inner.say
    yield "notebook"
    grip = re.compile(re.escape(say("Move or change: {name}").removesuffix("{name}")))
    grips = page.get_by_role("button", name=grip)
    grips.first.click()
    yield "notebook row"
    inner.press("Pin")
    yield "notebook pinned"
    field = page.get_by_role("textbox", name=say("Search all pages"))
    field.fill("a")
    yield "notebook search"
    field.fill("zzz")
    yield "notebook nothing found"
    field.fill("")
    inner.go("Recipes to try")
    yield "notebook list"
    page.get_by_role("checkbox").first.click()
    grips.last.click()
    yield "notebook entry"
    grips.last.click()
    inner.press("More")
    yield "notebook more"
    inner.press("Delete ticked")
    yield "notebook undo"
    inner.press("Back to all pages")
    inner.go("Budget")
    yield "notebook text"
    inner.press("Back to all pages")
    inner.press("New page")
    yield "notebook new page"
    inner.press("Back to all pages")
