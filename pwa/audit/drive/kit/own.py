"""A WebKit of our own: a profile that outlives it, and the programs it needs while it runs."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from pwa.audit.drive.kit.console import Console
from pwa.audit.drive.kit.page import as_line, told_alike
from pwa.audit.drive.kit.proxy import Proxy
from pwa.audit.drive.wait import kill_all, until
from pwa.audit.errors import BrowserError
from pwa.audit.scan.processes import PROC, tree

PYTHON = "/usr/bin/python3"
WINDOW = Path(__file__).with_name("window.py")
HAS_WEBKIT = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
SCREEN = "1000x1000x24"
END_TIMEOUT_S = 60.0
ENVIRON = {
    # A sandbox of user namespaces does not work everywhere, and hides its processes.
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    "LANG": "en_US.UTF-8",
}


def find() -> str | None:
    """Return the path of WebKitGTK's driver, when everything that goes with it is there."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    if driver is None or screen is None or not Path(PYTHON).exists():
        return None
    # Both words stand in this file.
    asked = subprocess.run([PYTHON, "-c", HAS_WEBKIT], capture_output=True, check=False)  # noqa: S603
    return driver if asked.returncode == 0 else None


@dataclass(slots=True)
class OwnKit:
    """One profile and, while it runs, the window on it, its driver, screen and proxy."""

    executable: str
    profile: Path
    is_headed: bool = False
    netlog: Path | None = None
    driver: WebKitGTK | None = field(default=None, init=False)
    proxy: Proxy = field(init=False)
    console: Console = field(init=False)
    _service: Service | None = field(default=None, init=False)
    _screen: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    @property
    def pipe(self) -> Path:
        """Where the window listens."""
        return self.profile.with_name(f"{self.profile.name}.pipe")

    @property
    def pid(self) -> int:
        """The id of the window's process."""
        for pid in self._windows():
            return pid
        raise BrowserError("the browser is not running")

    def _windows(self) -> Iterator[int]:
        mine = {str(WINDOW).encode(), str(self.profile).encode()}
        for entry in PROC.iterdir():
            with suppress(OSError):
                words = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
                if mine <= set(words.split(b"\0")):
                    yield int(entry.name)

    def start(self) -> WebKitGTK:
        """Start screen, proxy, driver and window; returns the driver."""
        self.profile.mkdir(parents=True, exist_ok=True)
        self.console = Console()
        self.pipe.unlink(missing_ok=True)
        os.mkfifo(self.pipe)
        self.proxy = Proxy()
        environ = os.environ | {
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            "LANG": "en_US.UTF-8",
        }
        if not self.is_headed:
            environ["DISPLAY"] = self._start_screen()
        options = Options()
        options.binary_location = PYTHON
        for word in (WINDOW, self.profile, self.console.path, self.pipe, self.proxy.address):
            options.add_argument(str(word))
        self._service = Service(self.executable, env=environ)
        with told_alike():
            self.driver = WebKitGTK(options, self._service)
        return self.driver

    def _start_screen(self) -> str:
        reading, writing = os.pipe()
        screen = shutil.which("Xvfb") or "Xvfb"
        command = [screen, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        # The command is made of words that stand in this file.
        self._screen = subprocess.Popen(  # noqa: S603
            command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            return f":{told.readline().strip()}"

    def tell(self, *words: object) -> None:
        """Have the window do something."""
        with self.pipe.open("wb", buffering=0) as stream:
            stream.write(as_line(*words))

    def quit(self) -> None:
        """End in good order: everything that wants to be written is written."""
        pids = tree(self.pid)
        self.tell("quit")
        until(lambda: not any(map(tree, pids)), END_TIMEOUT_S, "the end of the browser")
        self._clear()

    def kill(self) -> None:
        """End every process of the browser at once, as a crash or an empty battery does."""
        with suppress(BrowserError):
            kill_all(self.pid)
        self._clear()

    def _clear(self) -> None:
        """End what stood around the browser."""
        if self.driver is not None:
            self.driver = None
            self.proxy.close()
            self.console.close()
        if self._service is not None and self._service.process is not None:
            self._service.process.kill()
            self._service.process.wait(END_TIMEOUT_S)
        if self._screen is not None:
            self._screen.terminate()
            self._screen.wait(END_TIMEOUT_S)
        self._service = self._screen = None
