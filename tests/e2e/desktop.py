"""A desktop for Chromium: a message bus of its own, on which a test sees and touches what shows."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pwa.audit.drive.wait import until

PYTHON = "/usr/bin/python3"
SERVICE = Path(__file__).with_name("desktop_bus.py")
BUS = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")


@dataclass
class Desktop:
    """What shows on it, by number."""

    environ: dict[str, str]
    service: "subprocess.Popen[str]"
    is_ready: bool = False
    shown: dict[int, dict[str, Any]] = field(default_factory=dict)

    def touch(self) -> None:
        """Touch the one that shows."""
        (number,) = self.shown
        assert self.service.stdin is not None
        self.service.stdin.write(f"{number}\n")
        self.service.stdin.flush()

    def listen(self) -> None:
        """Follow what the service says until it ends."""
        assert self.service.stdout is not None
        for line in self.service.stdout:
            said = json.loads(line)
            if "ready" in said:
                self.is_ready = True
            elif "closed" in said:
                self.shown.pop(said["closed"], None)
            else:
                self.shown[said.pop("number")] = said


def is_here() -> bool:
    """Say whether this machine has what a desktop needs."""
    if shutil.which(BUS[0]) is None or not Path(PYTHON).exists():
        return False
    asked = [PYTHON, "-c", "from gi.repository import Gio, GLib"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@contextmanager
def running_desktop() -> Iterator[Desktop]:
    """Run one; browsers started with its environment show there what they show."""
    bus = subprocess.Popen(BUS, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout is not None
    environ = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    service = subprocess.Popen(
        [PYTHON, str(SERVICE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environ,
    )
    desktop = Desktop(environ, service)
    listening = threading.Thread(target=desktop.listen, daemon=True)
    listening.start()
    try:
        until(lambda: desktop.is_ready, what="the desktop")
        yield desktop
    finally:
        service.terminate()
        bus.terminate()
        service.wait(10)
        listening.join(10)
        for process in (service, bus):
            process.communicate(timeout=10)
