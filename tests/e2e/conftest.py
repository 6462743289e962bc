"""What all browser tests share: the browser, Playwright, the running product, a phone."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from pwa.audit.drive import clock
from pwa.audit.drive.phone import flags, phone_options
from pwa.audit.drive.watch import Watch
from tests.e2e.server import Server, start_server
from tools import browsers

TIMEOUT_MS = 30_000
"""How long whatever must come may take: far longer than on a machine with nothing else to do."""

expect.set_options(timeout=TIMEOUT_MS)

Phone = Callable[..., Page]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's sync driver, one for all tests."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """The Chromium to drive: `PWA_CHROMIUM`, Playwright's own, or the system's."""
    own = Path(playwright.chromium.executable_path)
    path = os.environ.get("PWA_CHROMIUM") or (str(own) if own.exists() else browsers.debians())
    if path is None:
        pytest.fail("no Chromium: run `make test`, or set PWA_CHROMIUM to one")
    return path


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """One browser for all tests that look at behaviour; each test has its own context."""
    browser = playwright.chromium.launch(executable_path=chromium, args=flags())
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product, served from its build."""
    server = start_server(tmp_path_factory.mktemp("var"))
    yield server
    server.stop()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Phone]:
    """Make a page on an emulated phone of its own; options go to the browser context."""
    watches: list[Watch] = []

    def make(**options: Any) -> Page:
        context = browser.new_context(**phone_options(**options))
        context.set_default_timeout(TIMEOUT_MS)
        context.add_init_script(clock.SCRIPT)
        watches.append(Watch(context, server.origin))
        return context.new_page()

    yield make
    for watch in watches:
        watch.check()
    for context in browser.contexts:
        context.close()
