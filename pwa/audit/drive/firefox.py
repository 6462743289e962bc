"""A Firefox of our own, driven by Playwright over WebDriver BiDi."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import BrowserContext, CDPSession, Error, Page

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.line import FAST, Line, Pace
from pwa.audit.drive.phone import HEIGHT, WIDTH
from pwa.audit.drive.wait import kill_all, until
from pwa.audit.errors import Beyond, BrowserError
from pwa.audit.scan.processes import PROC, tree

CANNOT = (
    "fingers on the screen: Close is pressed with a mouse, which is the same event for the page",
    "slowing the page or its line (the times are those of this machine), pictures frame by frame",
    "being offline for longer than one exit: its tools then also stop the page's own worker",
    "laying the page out for paper",
    "putting the window away, a second window beside it; that another tab is shown is only told "
    "to the page, by the same event",
    "reopening a closed tab, and restoring a session: Playwright starts without one",
)
HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
NO_DEVTOOLS = "Firefox has no DevTools sessions"


@dataclass
class OwnFirefox:
    """A profile and, while it runs, the process on it; Playwright starts it."""

    executable: str
    profile: Path
    is_headed: bool = False
    netlog: Path | None = None

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
            kill_all(self.pid)
        for name in ("lock", ".parentlock"):
            (self.profile / name).unlink(missing_ok=True)


@dataclass
class FirefoxLab(Lab):
    """The same lab around a Firefox; what its tools cannot do raises `Beyond`."""

    own: OwnFirefox  # type: ignore[assignment]
    has_devtools: ClassVar = False

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
            env=self._environ(),
        )
        return self._begin(context)

    def _environ(self) -> dict[str, str | float | bool] | None:
        if self.own.netlog is None:
            return None
        own = {"MOZ_LOG": "nsHttp:3", "MOZ_LOG_FILE": str(self.own.netlog)}
        return {**os.environ, **own}

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

    def hide(self) -> None:
        """Tell the page that it is hidden: Playwright keeps every page of a Firefox visible."""
        self.page.evaluate(HIDE)

    def show_again(self) -> None:
        """Nothing to do: the next page knows nothing of it."""

    def slow(self, factor: float) -> None:
        """Raise `Beyond`, unless it is full speed."""
        if factor != 1:
            raise Beyond("the page cannot be slowed")

    def set_pace(self, _line: Line, pace: Pace) -> None:
        """Raise `Beyond`, unless it is full speed."""
        if pace is not FAST:
            raise Beyond("this engine cannot be put on such a line")

    def new_window(self, address: str) -> Page:
        """Raise `Beyond`: a second page would hide the first."""
        raise Beyond(f"no second window for {address} beside the first")

    def _addresses(self) -> list[str]:
        with suppress(Error):
            self.page.wait_for_timeout(1)
        return [page.url for page in self.context.pages]
