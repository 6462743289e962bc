"""The sender's side of the table: claiming what is due by lease, and writing what became of it.

Each call is one short transaction. A row that is claimed is ready again when its lease ends, so a
sender that dies loses nothing; what it had sent and not yet written is sent once more.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import msgspec
from sqlalchemy import BigInteger, Engine, Table, bindparam, delete, select, update

from pwa.reminders.models import Reminder
from pwa.reminders.statements import statements_of

LEASE_S = 180
LEASE_BITS = 62
# Rules with long rhythms are due far ahead by right; nearer than this, none is looked at.
STRAY_S = 8 * 86_400

TABLE = cast(Table, Reminder.__table__)
Columns = tuple[bytes, bytes, str, int, int, int]


class Claimed(msgspec.Struct, frozen=True):
    """A reminder that is ours for as long as its lease lasts."""

    id_hash: bytes
    sealed: bytes
    vapid: str
    seen_day: int
    until_s: int
    tries: int
    lease: int


class Settled(msgspec.Struct, frozen=True):
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
        # One statement is one transaction: nothing is sent to begin and to end it.
        self._at_once = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._sql = statements_of(engine.dialect.name)

    def claim(self, lane: int, now_s: int, count: int) -> list[Claimed]:
        """Take up to `count` reminders of a push service that are ready, the longest ready first.

        Several senders never take the same one: PostgreSQL skips rows that another one is just
        taking, and SQLite lets one write at a time.
        """
        with self._at_once.connect() as connection:
            # Looking takes no lock; most of the time there is nothing.
            if connection.exec_driver_sql(self._sql.look, (lane, now_s)).first() is None:
                return []
            lease = make_lease()
            values = (lane, now_s, count, now_s + self._lease_s, lease)
            rows = connection.exec_driver_sql(self._sql.claim, values).all()
        return [Claimed(*cast(Columns, row), lease) for row in rows]

    def settle(self, kept: Sequence[Settled], gone: Sequence[Claimed]) -> None:
        """Write what became of claimed reminders; not of those that changed hands meanwhile."""
        self._write(self._sql.settle, [_values(each) for each in kept])
        self._write(self._sql.delete, [(each.id_hash, each.lease) for each in gone])

    def _write(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        if not rows:
            return
        if self._sql.in_columns:
            columns = tuple(list(column) for column in zip(*rows, strict=True))
            with self._at_once.connect() as connection:
                connection.exec_driver_sql(statement, columns)
            return
        with self._engine.begin() as connection:
            connection.exec_driver_sql(statement, rows)

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


def _values(each: Settled) -> tuple[object, ...]:
    claimed = each.claimed
    change = (each.ready_at_s, each.until_s, each.tries, each.vapid)
    return (*change, claimed.id_hash, claimed.lease)
