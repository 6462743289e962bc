"""Sheets: what an agency's phones are told of its services and of helplines, signed.

A sheet is the same for everybody an agency helps. Which of its services one phone keeps was
chosen with the kit and is known to that phone alone.
"""

import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, select, update
from sqlalchemy.orm import Session

from pwa.db import Sessions, add_if_absent
from pwa.directory.models import LineWord, LocalService, Sheet
from pwa.directory.signing import Signer

NAME_BYTES = 16
DAY_S = 86_400
# Who checked something is the agency's own affair.
KEPT_HERE = ("checked_by",)


@dataclass(frozen=True, slots=True)
class SignedSheet:
    """One sheet as it is sent; `body` is what the signature is about, byte for byte."""

    body: str
    sign: str


class Sheets:
    """Composes and signs the sheets of every agency."""

    def __init__(self, sessions: Sessions, signer: Signer) -> None:
        """Take what it works with."""
        self._sessions = sessions
        self._signer = signer

    def for_kit(self, agency_id: int, picked: Collection[str] | None) -> dict[str, str]:
        """Return what a kit carries: the sheet with its own services alone, and where newer are."""
        with self._sessions.begin() as session:
            sheet = own_sheet(session, agency_id)
            signed = self._signed(session, sheet, picked)
        path = f"/s/{sheet.name}"
        key = self._signer.public_key
        return {"path": path, "key": key, "body": signed.body, "sign": signed.sign}

    def by_name(self, name: str) -> SignedSheet | None:
        """Return the whole sheet that has this name; `None` when there is none."""
        with self._sessions() as session:
            sheet = session.scalar(select(Sheet).where(Sheet.name == name))
            return None if sheet is None else self._signed(session, sheet, None)

    def _signed(
        self, session: Session, sheet: Sheet, picked: Collection[str] | None
    ) -> SignedSheet:
        body = {
            "name": sheet.name,
            "edition": sheet.edition,
            "services": _services(session, sheet.agency_id, picked),
            "lines": _lines(session, sheet.agency_id),
        }
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return SignedSheet(text, self._signer.sign(text.encode()))


def own_sheet(session: Session, agency_id: int) -> Sheet:
    """Return an agency's sheet, made now when it has none yet."""
    sheet = session.get(Sheet, agency_id)
    if sheet is None:
        # Two at the same moment both find none: the second keeps what the first has made.
        name = secrets.token_hex(NAME_BYTES)
        add_if_absent(session, Sheet, agency_id=agency_id, name=name, edition=1)
        sheet = session.get_one(Sheet, agency_id)
    return sheet


def count_edition(session: Session, agency_id: int, now_s: float) -> None:
    """Note that an agency's sheet changes with this transaction.

    Each day's editions begin at the seconds of its start (UTC), so that a database brought back
    from an earlier day goes on above what phones hold. They tell no more than the day.
    """
    own_sheet(session, agency_id)
    day_s = int(now_s) // DAY_S * DAY_S
    # Counted by the database, so that no two changes at once share a number.
    edition = case((Sheet.edition < day_s, day_s), else_=Sheet.edition + 1)
    session.execute(update(Sheet).where(Sheet.agency_id == agency_id).values(edition=edition))


def _services(
    session: Session, agency_id: int, picked: Collection[str] | None
) -> list[Mapping[str, Any]]:
    own = select(LocalService).where(LocalService.agency_id == agency_id)
    kept: Sequence[LocalService] = session.scalars(own.order_by(LocalService.name_key)).all()
    return [
        {"ref": each.ref, **_shared(each.values)}
        for each in kept
        if picked is None or each.ref in picked
    ]


def _lines(session: Session, agency_id: int) -> list[Mapping[str, Any]]:
    own = select(LineWord).where(LineWord.agency_id == agency_id).order_by(LineWord.line)
    return [
        {"id": each.line, "state": each.state, "checked_on": each.checked_on, **each.values}
        for each in session.scalars(own)
    ]


def _shared(values: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in values.items() if name not in KEPT_HERE}
