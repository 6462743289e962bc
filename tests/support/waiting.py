"""Waiting for something to become true, with an end."""

import asyncio
import time
from collections.abc import Callable

LOOK_EVERY_S = 0.02


async def until(is_true: Callable[[], bool], within_s: float = 60.0) -> None:
    """Return as soon as it is true; fail when it does not become so in time."""
    end_s = time.monotonic() + within_s
    while not is_true():
        assert time.monotonic() < end_s, "it did not become true in time"
        await asyncio.sleep(LOOK_EVERY_S)
