"""Wait for something outside the page, where Playwright's `expect` does not reach."""

import time
from collections.abc import Callable

POLL_S = 0.05


def until(is_so: Callable[[], bool], timeout_s: float = 15.0) -> None:
    """Return as soon as `is_so()`; fail when it has not become so in time."""
    deadline = time.monotonic() + timeout_s
    while not is_so():
        assert time.monotonic() < deadline, "it did not become so in time"
        time.sleep(POLL_S)
