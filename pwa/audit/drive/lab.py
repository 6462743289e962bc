"""A browser of our own with one page on it, and the probes aimed at it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Browser, CDPSession, Page, Playwright

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.phone import HEIGHT, WIDTH
from pwa.audit.drive.watch import Watch
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.disk import scan_disk
from pwa.audit.scan.hits import Scan
from pwa.audit.scan.memory import scan_memory

TIMEOUT_MS = 10_000
CLEAN_WITHIN_S = 2.0
LOOK_AGAIN_S = 0.4


@dataclass(slots=True)
class Lab:
    """Start, look, kill, start again; the profile stays."""

    playwright: Playwright
    own: OwnBrowser
    origin: str
    watch: Watch = field(init=False)
    browser: Browser = field(init=False)
    page: Page = field(init=False)

    def start(self, *, is_restoring: bool = False) -> Page:
        """Start the browser and return its page, at the size of a phone."""
        address = self.own.start(is_restoring=is_restoring)
        # Playwright's defaults would keep the page from ever being hidden.
        self.browser = self.playwright.chromium.connect_over_cdp(address, no_defaults=True)
        context = self.browser.contexts[0]
        context.set_default_timeout(TIMEOUT_MS)
        self.watch = Watch(context, self.origin)
        self.page = context.pages[0]
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        return self.page

    def stop(self) -> None:
        """End the browser in good order: everything that wants to be written is written."""
        self.own.close(self.browser)

    def session(self) -> CDPSession:
        """Return a DevTools session of the page."""
        return self.browser.contexts[0].new_cdp_session(self.page)

    def memory(self, needles: Sequence[Needle]) -> Scan:
        """Look through the memory of every process of the browser."""
        return scan_memory(self.own.pid, needles)

    def disk(self, needles: Sequence[Needle]) -> Scan:
        """Look through the profile, and through deleted files that are still open."""
        return scan_disk(self.own.profile, needles, self.own.pid)

    def disk_of_dead(self, needles: Sequence[Needle]) -> Scan:
        """Look through the profile after every process has ended."""
        return scan_disk(self.own.profile, needles)

    def show(self, address: str) -> Page:
        """Turn to the page at an address."""
        pages = self.browser.contexts[0].pages
        self.page = next(page for page in pages if page.url == address)
        return self.page

    def new_window(self, address: str) -> Page:
        """Open a window of its own, so that the one before stays visible."""
        context = self.browser.contexts[0]
        opened = {"url": address, "newWindow": True}
        with context.expect_page() as made:
            self.browser.new_browser_cdp_session().send("Target.createTarget", opened)
        return made.value

    def assert_clean(self, needles: Sequence[Needle], left_at_s: float) -> None:
        """Fail unless memory is clean within two seconds of leaving, and the disk with it.

        The seconds are those in which the browser ran: a look stops it, so that it sees one
        instant, and how long the look takes is no time for the browser.
        """
        stopped_s = 0.0
        while True:
            began_s = time.monotonic()
            ran_s = began_s - left_at_s - stopped_s
            scan = self.memory(needles)
            stopped_s += time.monotonic() - began_s
            if not scan.hits:
                break
            assert ran_s < CLEAN_WITHIN_S, f"{ran_s:.1f} s after leaving: {scan}"
            time.sleep(LOOK_AGAIN_S)
        assert scan.unread == [], str(scan.unread)
        found = self.disk(needles)
        assert found.hits == [], str(found)
        assert found.unread == [], str(found.unread)
