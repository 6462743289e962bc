"""An agency's services: reading, changing, confirming and removing them, whole or not at all."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pwa.db import Sessions
from pwa.directory.fields import NAMES, Problem, is_ref, read_values
from pwa.directory.files import MAX_ROWS
from pwa.directory.models import LocalService
from pwa.directory.sheets import count_edition
from pwa.errors import ServicesInvalid, ServiceUnknown

STALE_AFTER = timedelta(days=90)
REF_BYTES = 4
UNKNOWN = "there is no such service: `pwa services list` shows those there are."

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Entry:
    """One service as it is kept."""

    ref: str
    values: Mapping[str, str]
    is_stale: bool

    @property
    def shown(self) -> dict[str, str]:
        """Return every field, empty where nothing is known."""
        return {name: self.values.get(name, "") for name in NAMES}

    def all_values(self) -> dict[str, str]:
        """Return the values with the reference, as a file holds them."""
        return {"ref": self.ref, **self.values}


@dataclass(frozen=True, slots=True)
class Change:
    """One row that would be kept: under `ref`, which is `None` for a new service."""

    row: int
    ref: str | None
    values: Mapping[str, str]


def today(clock: Clock) -> date:
    """Return the day it is, in UTC."""
    return datetime.fromtimestamp(clock(), UTC).date()


def name_key(name: str) -> str:
    """Return a name as names are compared."""
    return name.casefold()[:300]


class DirectoryService:
    """The services of every agency of one server; each call names the agency it is for."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        """Take what it works with."""
        self._sessions = sessions
        self._clock = clock

    def all(self, agency_id: int) -> Sequence[Entry]:
        """Return an agency's services by name."""
        with self._sessions() as session:
            kept = session.scalars(_of(agency_id)).all()
        return [self._entry(each) for each in kept]

    def get(self, agency_id: int, ref: str) -> Entry:
        """Return one service."""
        with self._sessions() as session:
            return self._entry(_one(session, agency_id, ref))

    def save(self, agency_id: int, ref: str | None, sent: Mapping[str, str]) -> str:
        """Keep one service, a new one without `ref`; return its reference."""
        wanted = {**sent, "ref": ref or ""}
        (kept,) = self.keep_rows(agency_id, [(1, wanted)], is_known=ref is not None)
        return kept

    def check_rows(
        self, agency_id: int, rows: Sequence[tuple[int, Mapping[str, str]]]
    ) -> tuple[list[Change], list[Problem]]:
        """Return what rows would change, and every problem in them; nothing is changed."""
        with self._sessions() as session:
            kept = session.scalars(_of(agency_id)).all()
        problems: list[Problem] = []
        changes: list[Change] = []
        for number, sent in rows:
            values, wrong = read_values(number, sent)
            wrong += self._future(number, values)
            problems += wrong
            changes.append(Change(number, values.pop("ref", None), values))
        problems += _clashes(changes, kept)
        known = {each.ref for each in kept}
        added = sum(change.ref not in known for change in changes)
        if len(kept) + added > MAX_ROWS:
            problems.append(Problem(0, "", f"an agency has at most {MAX_ROWS} services"))
        return changes, sorted(problems)

    def keep_rows(
        self,
        agency_id: int,
        rows: Sequence[tuple[int, Mapping[str, str]]],
        *,
        is_known: bool = False,
    ) -> list[str]:
        """Keep every row, or none and raise `ServicesInvalid` with every problem.

        With `is_known` each row's reference must already be there.
        """
        changes, problems = self.check_rows(agency_id, rows)
        if problems:
            raise ServicesInvalid(problems)
        try:
            with self._sessions.begin() as session:
                count_edition(session, agency_id, self._clock())
                return [_keep(session, agency_id, change, is_known) for change in changes]
        except IntegrityError as error:
            # Somebody else kept the same name or reference between the check and now.
            problem = Problem(0, "", "somebody else changed the same service: look, and try again")
            raise ServicesInvalid([problem]) from error

    def confirm(self, agency_id: int, ref: str, by: str) -> None:
        """Note that a service was checked today, and by whom."""
        with self._sessions.begin() as session:
            count_edition(session, agency_id, self._clock())
            kept = _one(session, agency_id, ref)
            day = today(self._clock).isoformat()
            kept.values = {**kept.values, "checked_on": day, "checked_by": by}

    def remove(self, agency_id: int, ref: str) -> None:
        """Take a service out."""
        with self._sessions.begin() as session:
            count_edition(session, agency_id, self._clock())
            session.delete(_one(session, agency_id, ref))

    def _entry(self, kept: LocalService) -> Entry:
        return Entry(kept.ref, kept.values, self._is_stale(kept.values))

    def _is_stale(self, values: Mapping[str, str]) -> bool:
        checked_on = values.get("checked_on")
        if checked_on is None:
            return True
        return today(self._clock) - date.fromisoformat(checked_on) > STALE_AFTER

    def _future(self, number: int, values: Mapping[str, str]) -> list[Problem]:
        # A day may begin earlier where the agency is than in UTC.
        latest = (today(self._clock) + timedelta(days=1)).isoformat()
        if values.get("checked_on", "") <= latest:
            return []
        return [Problem(number, "checked_on", "is in the future")]


def _of(agency_id: int) -> Select[LocalService]:
    own = select(LocalService).where(LocalService.agency_id == agency_id)
    return own.order_by(LocalService.name_key, LocalService.ref)


def _one(session: Session, agency_id: int, ref: str) -> LocalService:
    # Not every text can be asked of every database.
    if not is_ref(ref):
        raise ServiceUnknown(UNKNOWN)
    kept = session.scalar(_of(agency_id).where(LocalService.ref == ref))
    if kept is None:
        raise ServiceUnknown(UNKNOWN)
    return kept


def _clashes(changes: Sequence[Change], kept: Sequence[LocalService]) -> list[Problem]:
    """Name every row that has a name or a reference that another one has."""
    problems: list[Problem] = []
    others = {each.name_key: each.ref for each in kept}
    for change in changes:
        key = name_key(change.values.get("name", ""))
        if key and others.get(key, change.ref) != change.ref:
            sentence = "is already in the directory: to change it, keep the ref of an export"
            problems.append(Problem(change.row, "name", sentence))
    for field, seen in (
        ("name", [(change.row, name_key(change.values.get("name", ""))) for change in changes]),
        ("ref", [(change.row, change.ref or "") for change in changes]),
    ):
        first: dict[str, int] = {}
        for row, text in seen:
            if text and first.setdefault(text, row) != row:
                problems.append(Problem(row, field, f"is the same as in row {first[text]}"))
    return problems


def _keep(session: Session, agency_id: int, change: Change, is_known: bool) -> str:
    ref = change.ref or secrets.token_hex(REF_BYTES)
    kept = session.scalar(_of(agency_id).where(LocalService.ref == ref))
    if kept is None and is_known:
        raise ServiceUnknown(UNKNOWN)
    if kept is None:
        kept = LocalService(agency_id=agency_id, ref=ref)
        session.add(kept)
    kept.name_key = name_key(change.values["name"])
    kept.values = dict(change.values)
    # Names are compared by the database as each row comes.
    session.flush()
    return ref
