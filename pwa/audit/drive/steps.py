"""Steps through a tab's history, and whether the browser keeps the pages that are left alive."""

from contextlib import suppress

from playwright.sync_api import Error, Page

from pwa.audit.drive.lab import Lab
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.drive.wait import again, until
from pwa.audit.errors import TookTooLong

STEP_S = 3.0
IS_LOADED = "document.readyState === 'complete'"


def step(page: Page, way: str, number: int) -> str:
    """Go one step through the tab's history; returns the address of the page that then is there."""
    # The page that asks is gone before it could answer.
    with suppress(Error):
        page.evaluate(f"(globalThis.left = {number}, history.{way}())")
    # At either end of the history there is none.
    with suppress(TookTooLong):
        until(lambda: _is_another(page, number), STEP_S)
    # A page that was kept alive is there without being loaded, which Playwright would wait for.
    until(lambda: again(lambda: page.evaluate(IS_LOADED)), what="the page after a step")
    return again(lambda: page.url)


def _is_another(page: Page, number: int) -> bool:
    """Say whether a page is there that was not left with this number."""
    # Between two pages there is none to ask.
    with suppress(Error):
        return bool(page.evaluate(f"globalThis.left !== {number}"))
    return False


def keeps_pages(lab: Lab) -> bool:
    """Say whether a page of another site, once left, comes back alive by a step back."""
    tiny = TinyServer("control")
    try:
        lab.page.goto(f"{tiny.url}/first")
        lab.page.goto(f"{tiny.url}/second")
        step(lab.page, "back", 0)
        with suppress(TookTooLong):
            until(lambda: _was_kept(lab.page), STEP_S)
        return _was_kept(lab.page)
    finally:
        tiny.shutdown()
        tiny.server_close()


def _was_kept(page: Page) -> bool:
    return bool(again(lambda: page.evaluate("window.shown.includes(true)")))
