"""Asking the database from the sender: in a thread, again and again while it does not answer."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from pwa.logs import describe

FIRST_WAIT_S = 0.2
MAX_WAIT_S = 5.0
# After the word to stop, this long is tried to write what was sent; a lease is the fallback.
GRACE_S = 8.0

log = logging.getLogger("pwa.reminders")

P = ParamSpec("P")
T = TypeVar("T")


class GivenUp(Exception):
    """The sender stops, and the database did not answer in time."""


class Patience:
    """Waiting, calling and stopping, for every lane of one sender."""

    def __init__(self) -> None:
        """Begin un-stopped."""
        self._stop = asyncio.Event()
        self._stopped_at_s = 0.0

    @property
    def is_stopping(self) -> bool:
        """Say whether the word to stop was given."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Give the word to stop."""
        if not self._stop.is_set():
            self._stopped_at_s = asyncio.get_running_loop().time()
            self._stop.set()

    async def rest(self, seconds: float) -> None:
        """Wait, but not longer than until the word to stop."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), seconds)

    async def call(self, ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what the database says, however often it must be asked."""
        wait_s = FIRST_WAIT_S
        while True:
            try:
                return await asyncio.to_thread(ask, *args, **kwargs)
            except (DBAPIError, PoolTimeout) as error:
                log.warning("the database does not answer: %s", describe(error))
            if self.is_stopping and self._time_is_up():
                raise GivenUp
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, MAX_WAIT_S)

    def _time_is_up(self) -> bool:
        return asyncio.get_running_loop().time() - self._stopped_at_s > GRACE_S
