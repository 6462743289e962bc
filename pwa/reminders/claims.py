"""The sender's side of the table: claiming what is due by lease, and writing what became of it.

Each call is one short transaction. A row that is claimed is ready again when its lease ends, so a
sender that dies loses nothing; what it had sent and not yet written is sent once more.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import (
    BigInteger,
    Engine,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    select,
    update,
)

from pwa.reminders.models import Reminder

LEASE_S = 180
LEASE_BITS = 62
# Rules with long rhythms are due far ahead by right; nearer than this, none is looked at.
STRAY_S = 8 * 86_400

TABLE = cast(Table, Reminder.__table__)
COLUMNS = (
    Reminder.id_hash,
    Reminder.sealed,
    Reminder.vapid,
    Reminder.seen_day,
    Reminder.until_s,
    Reminder.tries,
)


Columns = tuple[bytes, bytes, str, int, int, int]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A reminder that is ours for as long as its lease lasts."""

    id_hash: bytes
    sealed: bytes
    vapid: str
    seen_day: int
    until_s: int
    tries: int
    lease: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What to write about a claimed reminder; without a time it rests."""

    claimed: Claimed
    ready_at_s: int | None
    until_s: int
    tries: int
    vapid: str


@dataclass(frozen=True, slots=True)
class Stray:
    """A reminder that may be due too late, or rest without need."""

    id_hash: bytes
    sealed: bytes
    ready_at_s: int | None


def make_lease() -> int:
    """Make a number that no other claim has."""
    return secrets.randbits(LEASE_BITS)


class Claims:
    """Claims and settles on one database."""

    def __init__(self, engine: Engine, lease_s: int = LEASE_S) -> None:
        """Take the database, and how long what is claimed stays ours."""
        self._engine = engine
        self._lease_s = lease_s

    def claim(self, lane: int, now_s: int, count: int) -> list[Claimed]:
        """Take up to `count` reminders of a push service that are ready, the longest ready first.

        Several senders never take the same one: PostgreSQL skips rows that another one is just
        taking, and SQLite lets one write at a time.
        """
        ready = (Reminder.lane == lane, Reminder.ready_at_s <= now_s)
        oldest = select(Reminder.id_hash).where(*ready).order_by(Reminder.ready_at_s).limit(count)
        lease = make_lease()
        with self._engine.connect() as connection:
            # Looking takes no lock; most of the time there is nothing.
            if connection.execute(oldest.limit(1)).first() is None:
                return []
            connection.rollback()
            rows = connection.execute(self._take(oldest, now_s, lease)).all()
            connection.commit()
        # Tuples in the order of Claimed's fields.
        return [Claimed(*cast(Columns, row), lease) for row in rows]

    def settle(self, kept: Sequence[Settled], gone: Sequence[Claimed]) -> None:
        """Write what became of claimed reminders; not of those that changed hands meanwhile."""
        with self._engine.begin() as connection:
            if kept:
                connection.execute(_settle(), [_values(each) for each in kept])
            if gone:
                keys = [{"key": each.id_hash, "held": each.lease} for each in gone]
                ours = (Reminder.id_hash == bindparam("key"), Reminder.lease == bindparam("held"))
                connection.execute(delete(TABLE).where(*ours), keys)

    def forget_unseen(self, before_day: int) -> int:
        """Delete reminders whose phone was last seen before a day; return how many."""
        with self._engine.begin() as connection:
            gone = connection.execute(delete(TABLE).where(Reminder.seen_day < before_day))
            return gone.rowcount

    def end_long_leases(self, now_s: int) -> int:
        """Free what is leased for longer than a lease lasts; return how many."""
        leased = (Reminder.lease.is_not(None), Reminder.ready_at_s > now_s + self._lease_s)
        with self._engine.begin() as connection:
            change = update(TABLE).where(*leased).values(ready_at_s=now_s, lease=None)
            return connection.execute(change).rowcount

    def strays(self, now_s: int, rests_before: int, after: bytes, count: int) -> list[Stray]:
        """Return reminders due more than a week ahead, or at rest though seen since that day."""
        rests = Reminder.ready_at_s.is_(None) & (Reminder.seen_day > rests_before)
        is_far = Reminder.ready_at_s > now_s + STRAY_S
        columns = (Reminder.id_hash, Reminder.sealed, Reminder.ready_at_s)
        page = select(*columns).where(Reminder.id_hash > after, is_far | rests)
        with self._engine.connect() as connection:
            rows = connection.execute(page.order_by(Reminder.id_hash).limit(count)).all()
        return [Stray(bytes(row[0]), bytes(row[1]), row[2]) for row in rows]

    def bring_back(self, slots: Sequence[tuple[Stray, tuple[int, int]]]) -> None:
        """Write new slots, unless a reminder was changed meanwhile."""
        if not slots:
            return
        was = Reminder.ready_at_s.is_not_distinct_from(bindparam("was", type_=BigInteger))
        change = update(TABLE).where(Reminder.id_hash == bindparam("key"), was)
        change = change.values(
            ready_at_s=bindparam("ready"), until_s=bindparam("until"), tries=0, lease=None
        )
        values = [
            {"key": each.id_hash, "was": each.ready_at_s, "ready": at_s, "until": until_s}
            for each, (at_s, until_s) in slots
        ]
        with self._engine.begin() as connection:
            connection.execute(change, values)

    def _take(self, oldest: Select[bytes], now_s: int, lease: int) -> Update:
        if self._engine.dialect.name == "postgresql":
            # In a CTE, so that the limit holds whatever the planner does.
            picked = oldest.with_for_update(skip_locked=True).cte("picked")
            oldest = select(picked.c.id_hash)
        values = {"ready_at_s": now_s + self._lease_s, "lease": lease}
        change = update(TABLE).where(Reminder.id_hash.in_(oldest)).values(**values)
        return change.returning(*COLUMNS)


def _settle() -> Update:
    ours = (Reminder.id_hash == bindparam("key"), Reminder.lease == bindparam("held"))
    return (
        update(TABLE)
        .where(*ours)
        .values(
            ready_at_s=bindparam("ready"),
            until_s=bindparam("until"),
            tries=bindparam("tried"),
            vapid=bindparam("signed"),
            lease=None,
        )
    )


def _values(each: Settled) -> dict[str, object]:
    return {
        "key": each.claimed.id_hash,
        "held": each.claimed.lease,
        "ready": each.ready_at_s,
        "until": each.until_s,
        "tried": each.tries,
        "signed": each.vapid,
    }
