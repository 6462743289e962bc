"""Wait for something outside the page, where Playwright's `expect` does not reach."""

import signal
import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Error

from pwa.audit.errors import TookTooLong
from pwa.audit.scan.processes import send, tree

POLL_S = 0.05
T = TypeVar("T")


def until(is_so: Callable[[], bool], timeout_s: float = 45.0, what: str = "it") -> None:
    """Return as soon as `is_so()`; raise `TookTooLong` when it has not become so in time."""
    deadline = time.monotonic() + timeout_s
    while not is_so():
        if time.monotonic() > deadline:
            raise TookTooLong(f"{what} did not come about in {timeout_s:.0f} s")
        time.sleep(POLL_S)


def again(ask: Callable[[], T], timeout_s: float = 45.0) -> T:
    """Return what a page answers; when it goes away meanwhile, the next one is asked."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            return ask()
        except Error:
            if time.monotonic() > deadline:
                raise
        time.sleep(POLL_S)


def kill_all(root_pid: int) -> None:
    """End a process and all that descend from it at once, and wait until they are gone."""
    pids = tree(root_pid)
    for pid in pids:
        send(pid, signal.SIGKILL)
    until(lambda: not any(map(tree, pids)), what="the end of the browser")
