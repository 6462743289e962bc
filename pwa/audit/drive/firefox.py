"""A Firefox of our own, driven by Playwright over WebDriver BiDi."""

import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Error, Page

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.phone import HEIGHT, WIDTH
from pwa.audit.drive.wait import until
from pwa.audit.errors import Beyond, BrowserError
from pwa.audit.scan.processes import PROC, send, tree

CANNOT = (
    "fingers on the screen: Close is pressed with a mouse, which is the same event for the page",
    "slowing the page or its line, and pictures frame by frame",
    "the network's own log: requests by the service worker are not seen",
    "putting the window away, or a second window beside the first",
    "reopening a closed tab, and restoring a session: Playwright starts without one",
)
NO_DEVTOOLS = "Firefox has no DevTools sessions"


@dataclass
class OwnFirefox:
    """A profile and, while it runs, the process on it; Playwright starts it."""

    executable: str
    profile: Path
    is_headed: bool = False

    @property
    def pid(self) -> int:
        """The id of the process that was started on the profile."""
        for entry in PROC.iterdir():
            if entry.name.isdigit() and self._is_mine(entry):
                return int(entry.name)
        raise BrowserError("the browser is not running")

    def _is_mine(self, entry: Path) -> bool:
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0")
            return b"--profile" in words and str(self.profile).encode() in words
        return False

    def kill(self) -> None:
        """End every process at once, as a crash or an empty battery does."""
        with suppress(BrowserError):
            pids = tree(self.pid)
            for pid in pids:
                send(pid, signal.SIGKILL)
            until(lambda: not any(map(tree, pids)), what="the end of the browser")
        for name in ("lock", ".parentlock"):
            (self.profile / name).unlink(missing_ok=True)


@dataclass
class FirefoxLab(Lab):
    """The same lab around a Firefox; what its tools cannot do raises `Beyond`."""

    own: OwnFirefox  # type: ignore[assignment]

    def start(self, *, is_restoring: bool = False) -> Page:
        """Start it on its profile and return its page, at the size of a phone."""
        if is_restoring:
            raise Beyond("Playwright starts a Firefox without its last session")
        context: BrowserContext = self.playwright.firefox.launch_persistent_context(
            self.own.profile,
            channel="moz-firefox",
            executable_path=self.own.executable,
            headless=not self.own.is_headed,
            viewport={"width": WIDTH, "height": HEIGHT},
            locale="en-US",
        )
        return self._begin(context)

    def stop(self) -> None:
        """End it in good order: everything that wants to be written is written."""
        pid = self.own.pid
        self.context.close()
        until(lambda: not tree(pid), what="the end of the browser")

    def version(self) -> str:
        """Return the browser's own name for itself."""
        return self.context.browser.version if self.context.browser else ""

    def session(self) -> CDPSession:
        """Raise `Beyond`."""
        raise Beyond(NO_DEVTOOLS)

    def touch(self, planner: Planner) -> float:
        """Press Close with a mouse."""
        return planner.leave()

    def new_window(self, address: str) -> Page:
        """Raise `Beyond`: a second page would hide the first."""
        raise Beyond(f"no second window for {address} beside the first")

    def _addresses(self) -> list[str]:
        with suppress(Error):
            self.page.wait_for_timeout(1)
        return [page.url for page in self.context.pages]
