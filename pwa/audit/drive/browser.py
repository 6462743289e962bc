"""A Chromium of our own: a profile that outlives it, killed and started again at will.

Playwright's own launch switches the back-forward cache off and throws the profile away,
so the browser is started here and Playwright only connects to it.
"""

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error

from pwa.audit.drive.wait import until
from pwa.audit.errors import BrowserError, TookTooLong
from pwa.audit.scan.processes import send, tree

QUIET = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--password-store=basic",
)
"""Flags that keep the browser from asking and from calling home; none hides a trace."""

RESTORE = ("--restore-last-session", "--hide-crash-restore-bubble")
"""Flags that bring the last session back, as the button after a crash does."""

START_TIMEOUT_S = 60.0
END_TIMEOUT_S = 60.0
OTHERS_END_S = 10.0


@dataclass(slots=True)
class OwnBrowser:
    """One browser profile and, while it runs, the process that was started on it."""

    executable: str
    profile: Path
    flags: tuple[str, ...] = ()
    is_headed: bool = False
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    @property
    def pid(self) -> int:
        """The id of the process that was started."""
        if self._process is None:
            raise BrowserError("the browser is not running")
        return self._process.pid

    def start(self, *, is_restoring: bool = False) -> str:
        """Start empty, or with the last session; return the address to connect to."""
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        self.profile.mkdir(parents=True, exist_ok=True)
        as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
        command = [
            self.executable,
            *(() if self.is_headed else ("--headless=new",)),
            *QUIET,
            *as_root,
            *self.flags,
            *(RESTORE if is_restoring else ()),
            f"--user-data-dir={self.profile}",
            "--remote-debugging-port=0",
            *(() if is_restoring else ("about:blank",)),
        ]
        # The command is the reviewer's own browser and flags that stand in this file.
        self._process = subprocess.Popen(  # noqa: S603
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            # What is written when something crashes belongs to the profile, and is looked through.
            env=os.environ | {"BREAKPAD_DUMP_LOCATION": str(self.profile / "Crash Reports")},
        )
        port = self._wait_for_port(port_file)
        return f"http://127.0.0.1:{port}"

    def kill(self) -> None:
        """End every process at once, as a crash or an empty battery does."""
        self._end(signal.SIGKILL)

    def close(self, connected: Browser) -> None:
        """End as a person would: everything that wants to be written is written."""
        pids = [] if self._process is None else tree(self._process.pid)
        with suppress(Error):
            # The answer may be cut off by the very end that was asked for.
            connected.new_browser_cdp_session().send("Browser.close")
        if self._process is not None:
            try:
                self._process.wait(END_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                raise BrowserError("the browser did not end when asked to") from None
            finally:
                self._end(signal.SIGKILL)
            # The others end by themselves, and may still write: nobody copies the profile before.
            with suppress(TookTooLong):
                until(lambda: not any(map(tree, pids)), OTHERS_END_S)
            for pid in filter(tree, pids):
                send(pid, signal.SIGKILL)

    def _end(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        for pid in tree(self._process.pid):
            send(pid, number)
        self._process.wait(END_TIMEOUT_S)
        self._process = None
        # A killed browser leaves its lock behind; the next would refuse the profile.
        for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            (self.profile / name).unlink(missing_ok=True)

    def _wait_for_port(self, port_file: Path) -> int:
        process = self._process
        deadline = time.monotonic() + START_TIMEOUT_S
        while process is not None and time.monotonic() < deadline:
            if process.poll() is not None:
                raise BrowserError(f"{self.executable} ended with code {process.returncode}")
            # The browser writes the file's two lines after it started to listen.
            lines = port_file.read_text().split() if port_file.exists() else []
            if len(lines) >= 2:
                return int(lines[0])
            time.sleep(0.05)
        raise BrowserError(f"{self.executable} did not open its debugging port")
