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

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

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


def refusal(who: str) -> Count:
    """Return how often it is written down that somebody was asked to wait."""
    return Count("refusal", who, 1, HOUR_S)


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
        ids, is_within = self.count(counts)
        if is_within:
            return ids
        # A refused try does not keep the door shut any longer.
        self.forgive(ids)
        return None

    def count(self, counts: Sequence[Count]) -> tuple[Sequence[int], bool]:
        """Count a try, and say whether it is within what is allowed; the caller settles it."""
        with self._sessions.begin() as session:
            ids = self._add(session, counts)
        with self._sessions() as session:
            return ids, all(self._number(session, count) <= count.most for count in counts)

    def settle(self, session: Session, ids: Sequence[int], *, is_kept: bool) -> None:
        """Keep tries, or forget them, in the caller's transaction; both write as much."""
        mine = Try.id.in_(ids)
        kept = update(Try).where(mine).values(at_s=Try.at_s)
        session.execute(kept if is_kept else delete(Try).where(mine))

    def forgive(self, ids: Sequence[int]) -> None:
        """Forget tries that were no failure."""
        with self._sessions.begin() as session:
            self.settle(session, ids, is_kept=False)

    def is_new(self, session: Session, count: Count) -> bool:
        """Count something in the caller's transaction, unless there was enough of it."""
        if self._number(session, count) >= count.most:
            return False
        self._add(session, [count])
        return True

    def _add(self, session: Session, counts: Sequence[Count]) -> Sequence[int]:
        now_s = int(self._clock())
        rows = [Try(mark=self._mark(count), at_s=now_s) for count in counts]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]

    def _number(self, session: Session, count: Count) -> int:
        since_s = int(self._clock()) - count.window_s
        wanted = select(func.count()).where(Try.mark == self._mark(count), Try.at_s > since_s)
        return session.scalar(wanted) or 0

    def _mark(self, count: Count) -> str:
        return self._keys.mark("try", f"{count.kind} {count.text}")
