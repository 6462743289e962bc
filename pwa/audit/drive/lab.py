"""A browser of our own with one page on it, and the probes aimed at it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import ClassVar

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Error,
    Page,
    Playwright,
)

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.keys import find_box
from pwa.audit.drive.line import Line, Pace
from pwa.audit.drive.phone import HEIGHT, WIDTH
from pwa.audit.drive.wait import until
from pwa.audit.drive.watch import Watch
from pwa.audit.errors import BrowserError
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.disk import scan_disk
from pwa.audit.scan.hits import Scan
from pwa.audit.scan.memory import scan_memory

TIMEOUT_MS = 30_000
CONNECT_MS = (10_000, 20_000, 30_000)


@dataclass
class Lab:
    """Start, look, kill, start again; the profile stays."""

    has_devtools: ClassVar = True
    """Whether the browser can be slowed, filmed, and put on a slow line."""

    playwright: Playwright
    own: OwnBrowser
    origin: str
    watch: Watch = field(init=False)
    browser: Browser = field(init=False)
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)

    def start(self, *, is_restoring: bool = False) -> Page:
        """Start the browser and return its page, at the size of a phone."""
        address = self.own.start(is_restoring=is_restoring)
        self.browser = self._connect(address)
        self.context = self.browser.contexts[0]
        # It answers before its first window is there.
        until(lambda: self._addresses() != [], what="the first page")
        return self._begin(self.context)

    def _begin(self, context: BrowserContext) -> Page:
        self.context = context
        context.set_default_timeout(TIMEOUT_MS)
        self.watch = Watch(context, self.origin)
        self.page = context.pages[0]
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        return self.page

    def _connect(self, address: str) -> Browser:
        # Attaching may miss a page that changes its process in that moment: then once more.
        for timeout_ms in CONNECT_MS:
            with suppress(Error):
                # Playwright's defaults would keep the page from ever being hidden.
                return self.playwright.chromium.connect_over_cdp(
                    address, no_defaults=True, timeout=timeout_ms
                )
        raise BrowserError("Playwright could not connect to the browser")

    def stop(self) -> None:
        """End the browser in good order: everything that wants to be written is written."""
        self.own.close(self.browser)

    def requests(self) -> list[str]:
        """List method and address of all that its pages asked for since it was started."""
        return self.watch.requests

    def session(self) -> CDPSession:
        """Return a DevTools session of the page."""
        return self.context.new_cdp_session(self.page)

    def version(self) -> str:
        """Return the browser's own name for itself."""
        return self.browser.version

    def touch(self, planner: Planner) -> float:
        """Put a finger on Close and lift it; returns when it came down, as `time.monotonic()`."""
        session = self.session()
        session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        return planner.touch_close(session)

    def hide(self) -> None:
        """Show another page, so that nobody sees the first."""
        self.context.new_page()

    def show_again(self) -> None:
        """Close every other page and show the first again."""
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.page.bring_to_front()

    def set_offline(self, is_offline: bool) -> None:
        """Lose the network, or find it again."""
        self.context.set_offline(is_offline)

    def set_pace(self, line: Line, pace: Pace) -> None:
        """Change the pace of the line that this browser was started on."""
        line.set(pace)

    def minimise(self) -> None:
        """Put the window away, as the home button does."""
        self._set_window("minimized")

    def unminimise(self) -> None:
        """Take the window out again."""
        self._set_window("normal")

    def _set_window(self, state: str) -> None:
        session = self.session()
        window = session.send("Browser.getWindowForTarget")["windowId"]
        bounds = {"windowId": window, "bounds": {"windowState": state}}
        session.send("Browser.setWindowBounds", bounds)

    def slow(self, factor: float) -> None:
        """Slow the page's main thread down by a factor; 1 is full speed."""
        self.session().send("Emulation.setCPUThrottlingRate", {"rate": factor})

    def box(self) -> bytes:
        """Return the bytes of the box, as they are stored."""
        return find_box(self.own.profile)

    def stand_in(self, site: str, title: str) -> None:
        """Answer for another site, whatever it is asked for."""
        page = f"<!doctype html><title>{title}</title><h1>{title}</h1>"
        self.context.route(
            f"{site}**", lambda route: route.fulfill(content_type="text/html", body=page)
        )

    def memory(self, needles: Sequence[Needle]) -> Scan:
        """Look through the memory of every process of the browser."""
        return scan_memory(self.own.pid, needles, self.own.profile)

    def disk(self, needles: Sequence[Needle]) -> Scan:
        """Look through the profile, and through deleted files that are still open."""
        return scan_disk(self.own.profile, needles, self.own.pid)

    def disk_of_dead(self, needles: Sequence[Needle]) -> Scan:
        """Look through the profile after every process has ended."""
        return scan_disk(self.own.profile, needles)

    def show(self, address: str) -> Page:
        """Turn to the page at an address, as soon as there is one."""
        until(lambda: address in self._addresses(), what=f"a page at {address}")
        pages = self.context.pages
        self.page = next(page for page in pages if page.url == address)
        return self.page

    def _addresses(self) -> list[str]:
        # Playwright hears of new pages only while it waits for an answer.
        self.browser.new_browser_cdp_session().send("Target.getTargets")
        return [page.url for page in self.context.pages]

    def new_window(self, address: str) -> Page:
        """Open a window of its own, so that the one before stays visible."""
        opened = {"url": address, "newWindow": True}
        with self.context.expect_page() as made:
            self.browser.new_browser_cdp_session().send("Target.createTarget", opened)
        return made.value
