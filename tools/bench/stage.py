"""The stage of every measurement: the real server, a real profile, a space with a plan in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from pwa.audit.drive import clock
from pwa.audit.drive.inner import FirstRun, Inner
from pwa.audit.drive.phone import flags, phone_options
from tests.e2e.server import Server, start_server
from tools import browsers

SECRET = "copper ladder sings to soft rain"


@dataclass(slots=True)
class Stage:
    """What a measurement works with."""

    page: Page
    server: Server
    inner: Inner

    def slow_page(self, factor: float) -> None:
        """Slow the page's main thread down, as DevTools does."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": factor})

    def open(self) -> None:
        """Open the space from the cover."""
        self.inner.open(SECRET)

    def leave(self) -> None:
        """Touch Close and wait for the fresh cover."""
        self.inner.leave()
        self.inner.expect_cover()


@contextmanager
def open_stage() -> Iterator[Stage]:
    """Set everything up, with a space made through the real screens; clean up afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        _serving(Path(folder) / "var") as server,
    ):
        context = playwright.chromium.launch_persistent_context(
            Path(folder) / "profile",
            executable_path=chromium(playwright),
            args=flags(),
            **phone_options(),
        )
        context.add_init_script(clock.SCRIPT)
        page = context.pages[0]
        first = FirstRun(page)
        first.cover.open(server.address()).wait_for_worker()
        first.make_space(server.code, SECRET)
        first.finish()
        stage = Stage(page, server, Inner(page))
        stage.leave()
        yield stage
        context.close()


@contextmanager
def _serving(var: Path) -> Iterator[Server]:
    server = start_server(var)
    try:
        yield server
    finally:
        server.stop()


def chromium(playwright: Playwright) -> str:
    """Return the browser to measure."""
    own = Path(playwright.chromium.executable_path)
    path = str(own) if own.exists() else browsers.debians()
    if path is None:
        raise SystemExit("no Chromium: run `make bench`, which installs one where it can")
    return path
