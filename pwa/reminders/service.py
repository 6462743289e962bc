"""Making, changing, moving and deleting reminders; the id alone gives the right to."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.orm import Session

from pwa.db import Sessions
from pwa.reminders.endpoints import Services
from pwa.reminders.models import Reminder
from pwa.reminders.rules import RandomBelow, Rule, Slot, first_slot, next_slot
from pwa.reminders.seal import Note, Sealer

DAY_S = 86_400
ID_BYTES = 32
# What one phone may have; somebody else's server is not to be kept busy through this one.
MAX_OF_ONE_PHONE = 16

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Keeping:
    """What reminders are kept with: keyed hashes and seals, services, the newest VAPID key."""

    sealer: Sealer
    services: Services
    vapid: str


class ReminderService:
    """The reminders of one server."""

    def __init__(
        self,
        sessions: Sessions,
        keeping: Keeping,
        clock: Clock,
        random_below: RandomBelow = secrets.randbelow,
    ) -> None:
        """Take what it works with."""
        self._sessions = sessions
        self._sealer = keeping.sealer
        self._services = keeping.services
        self._vapid = keeping.vapid
        self._clock = clock
        self._random_below = random_below

    def create(self, endpoint: str, rule: Rule) -> str | None:
        """Keep a new reminder and return its id; `None` when it cannot be."""
        service = self._services.service_of(endpoint)
        slot = first_slot(rule, self._clock(), self._random_below)
        if service is None or slot is None:
            return None
        reminder_id = secrets.token_urlsafe(ID_BYTES)
        row = Reminder(
            id_hash=self._sealer.hash_id(reminder_id),
            seen_day=self._today(),
            lease=None,
        )
        self._write(row, _note(endpoint, rule, slot.day), service, slot)
        with self._sessions() as session:
            session.add(row)
            return reminder_id if self._keep(session, row.endpoint_hash) else None

    def change(self, reminder_id: str, rule: Rule | None, endpoint: str | None) -> bool | None:
        """Note that the phone was seen, and change what is given.

        Return whether there is such a reminder; `None`, and nothing changes, when the rule or the
        endpoint cannot be used, or that endpoint has as many as it may.
        """
        if endpoint is not None and self._services.service_of(endpoint) is None:
            return None
        slot = None if rule is None else first_slot(rule, self._clock(), self._random_below)
        if rule is not None and slot is None:
            return None
        id_hash = self._sealer.hash_id(reminder_id)
        with self._sessions() as session:
            row = session.get(Reminder, id_hash, with_for_update=True)
            note = None if row is None else self._sealer.unseal(row.sealed, id_hash)
            if row is None or note is None:
                return False
            if rule is not None and slot is not None:
                note = _note(note.endpoint, rule, slot.day)
            was_hash = row.endpoint_hash
            self._renew(row, note, endpoint, slot)
            is_new = row.endpoint_hash != was_hash
            return self._keep(session, row.endpoint_hash if is_new else None) or None

    def move(self, was: str, endpoint: str) -> bool:
        """Send what went to one endpoint to another, or nothing and return `False`.

        The other may be one that cannot be used, or would have more than it may. The same one again
        says no more than that the phone was seen.
        """
        if self._services.service_of(endpoint) is None:
            return False
        with self._sessions() as session:
            other = endpoint if endpoint != was else None
            old = Reminder.endpoint_hash == self._sealer.hash_endpoint(was)
            for row in session.scalars(select(Reminder).where(old).with_for_update()):
                note = self._sealer.unseal(row.sealed, row.id_hash)
                if note is not None:
                    self._renew(row, note, other, None)
            return self._keep(session, self._sealer.hash_endpoint(other) if other else None)

    def delete(self, reminder_id: str) -> bool:
        """Delete a reminder; the work is the same whether there is one.

        A row that nobody ever sees is written and deleted with it: the disk works either way.
        """
        decoy = Reminder(
            id_hash=secrets.token_bytes(ID_BYTES),
            endpoint_hash=b"",
            sealed=b"",
            lane=0,
            vapid="",
            seen_day=0,
            until_s=0,
            tries=0,
        )
        both = (self._sealer.hash_id(reminder_id), decoy.id_hash)
        with self._sessions.begin() as session:
            session.add(decoy)
            session.flush()
            result = session.execute(delete(Reminder).where(Reminder.id_hash.in_(both)))
            assert isinstance(result, CursorResult)
            return result.rowcount == len(both)

    def _renew(self, row: Reminder, note: Note, endpoint: str | None, slot: Slot | None) -> None:
        """Write a reminder anew; one that rests gets its next slot."""
        row.seen_day = self._today()
        if slot is None and row.ready_at_s is None:
            now_s, first = self._clock(), date.fromordinal(note.first)
            slot = next_slot(note.rule, first, date.min, now_s, self._random_below)
        if endpoint is None and slot is None:
            return
        if endpoint is not None:
            # The phone subscribed anew, so it did under the newest key.
            row.vapid = self._vapid
            note = _note(endpoint, note.rule, date.fromordinal(note.first))
        service = self._services.service_of(note.endpoint)
        if service is not None:
            self._write(row, note, service, slot)

    def _write(self, row: Reminder, note: Note, service: str, slot: Slot | None) -> None:
        row.endpoint_hash = self._sealer.hash_endpoint(note.endpoint)
        row.sealed = self._sealer.seal(note, row.id_hash)
        row.lane = self._sealer.lane_of(service)
        row.vapid = row.vapid or self._vapid
        if slot is not None:
            row.ready_at_s, row.until_s, row.tries = slot.at_s, slot.until_s, 0
            # A sender that holds it at this moment no longer has a say.
            row.lease = None

    def _keep(self, session: Session, endpoint_hash: bytes | None) -> bool:
        """Commit, unless the endpoint that something was written for now has more than it may.

        Counted after writing and by one at a time, so that many at once do not slip through: on
        SQLite whoever writes is alone.
        """
        if endpoint_hash is not None:
            if session.get_bind().dialect.name == "postgresql":
                key = int.from_bytes(endpoint_hash[:8], "big", signed=True)
                session.execute(select(func.pg_advisory_xact_lock(key)))
            session.flush()
            same = select(func.count()).where(Reminder.endpoint_hash == endpoint_hash)
            if (session.scalar(same) or 0) > MAX_OF_ONE_PHONE:
                session.rollback()
                return False
        session.commit()
        return True

    def _today(self) -> int:
        return int(self._clock()) // DAY_S


def _note(endpoint: str, rule: Rule, first: date) -> Note:
    days = tuple(sorted(rule.days))
    window = (rule.from_min, rule.to_min, rule.zone)
    return Note(endpoint, days, *window, rule.count, rule.unit, first.toordinal())
