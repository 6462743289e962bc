"""How often one may try to sign in, so that guessing is slow and nobody is locked out by others.

Failed tries count against an account *from one network*, and against that network. There is no
count for an account alone, so hammering it from elsewhere does not stop its owner. A browser that
has signed in before carries a mark of its own and is counted by it alone: even an attacker inside
an agency's own network does not stop the people who work there. Only the second step has a count
for the account, since nobody reaches it without the password. At an onion service all the world is
one network, so that one is not counted, and password and code are judged together (`SignIn`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from pwa.db import Sessions
from pwa.desk.keys import DeskKeys
from pwa.desk.models import Try
from pwa.kits.service import Clock

QUARTER_S = 15 * 60
HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Count:
    """One thing that tries are counted against: what it is, how many are allowed in which time."""

    kind: str
    text: str
    most: int
    window_s: int


def counts_for(email: str, network: str | None, device: str | None) -> Sequence[Count]:
    """Return what a try counts against; without a network, that of an onion service's members."""
    if device is not None:
        return (Count("device", device, 10, QUARTER_S),)
    pair = Count("pair", f"{email} {network}", 5, QUARTER_S)
    return (pair,) if network is None else (pair, Count("network", network, 50, QUARTER_S))


def second_step(who: str) -> Count:
    """Return what a try at the second step counts against beside those."""
    return Count("second", who, 10, HOUR_S)


class Throttle:
    """Counts failed tries in the database, so that all processes count together."""

    def __init__(self, sessions: Sessions, keys: DeskKeys, clock: Clock) -> None:
        """Take the database, the keys and the clock."""
        self._sessions = sessions
        self._keys = keys
        self._clock = clock

    def begin(self, counts: Sequence[Count]) -> Sequence[int] | None:
        """Count a try before it is judged; `None` when there were too many.

        Counted first, so that many at the same moment are not all let through.
        """
        now_s = int(self._clock())
        with self._sessions.begin() as session:
            session.execute(delete(Try).where(Try.at_s <= now_s - HOUR_S))
            rows = [Try(mark=self._mark(count), at_s=now_s) for count in counts]
            session.add_all(rows)
            session.flush()
            ids = [row.id for row in rows]
        if all(self._is_within(count, now_s) for count in counts):
            return ids
        # A refused try does not keep the door shut any longer.
        self.forgive(ids)
        return None

    def forgive(self, ids: Sequence[int]) -> None:
        """Forget tries that were no failure."""
        with self._sessions.begin() as session:
            session.execute(delete(Try).where(Try.id.in_(ids)))

    def _is_within(self, count: Count, now_s: int) -> bool:
        wanted = select(func.count()).where(
            Try.mark == self._mark(count), Try.at_s > now_s - count.window_s
        )
        with self._sessions() as session:
            return (session.scalar(wanted) or 0) <= count.most

    def _mark(self, count: Count) -> str:
        return self._keys.mark("try", f"{count.kind} {count.text}")
