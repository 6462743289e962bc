"""Challenges for passkeys that are kept nowhere: each carries its own proof, for a few minutes.

Somebody who signs in with a passkey has no session yet in which a challenge could wait. So it holds
a random part, its time, and a keyed mark over both and the browser's cookie. Once answered, it is
noted down, so that the same answer is not taken twice.
"""

import hmac
import secrets

from sqlalchemy import func, select

from pwa.db import Sessions
from pwa.desk.keys import DeskKeys
from pwa.desk.models import Try
from pwa.kits.service import Clock

LASTS_S = 300
RANDOM_BYTES = 16
TIME_BYTES = 8
MARK_BYTES = 32
LENGTH = RANDOM_BYTES + TIME_BYTES + MARK_BYTES


class Challenges:
    """Makes challenges, and takes each of them back once."""

    def __init__(self, sessions: Sessions, keys: DeskKeys, clock: Clock) -> None:
        """Take the database, the keys and the clock."""
        self._sessions = sessions
        self._keys = keys
        self._clock = clock

    def make(self, purpose: str) -> bytes:
        """Make a challenge for one purpose: what is done, and in which browser."""
        part = secrets.token_bytes(RANDOM_BYTES) + int(self._clock()).to_bytes(TIME_BYTES, "big")
        return part + self._mark(part, purpose)

    def take(self, challenge: bytes, purpose: str) -> bool:
        """Say whether a challenge was made for this purpose, is fresh, and was not taken before."""
        if len(challenge) != LENGTH:
            return False
        part, mark = challenge[:-MARK_BYTES], challenge[-MARK_BYTES:]
        if not hmac.compare_digest(mark, self._mark(part, purpose)):
            return False
        age_s = int(self._clock()) - int.from_bytes(part[RANDOM_BYTES:], "big")
        return 0 <= age_s < LASTS_S and self._is_first(part.hex())

    def _is_first(self, part: str) -> bool:
        mark = self._keys.mark("challenge taken", part)
        with self._sessions.begin() as session:
            session.add(Try(mark=mark, at_s=int(self._clock())))
        with self._sessions() as session:
            # Counted once it is written for all to see: of two at the same moment, at most one
            # finds itself alone, whichever was begun first.
            return session.scalar(select(func.count()).where(Try.mark == mark)) == 1

    def _mark(self, part: bytes, purpose: str) -> bytes:
        return bytes.fromhex(self._keys.mark("challenge", f"{part.hex()} {purpose}"))
