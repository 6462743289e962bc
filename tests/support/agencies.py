"""Agencies for tests: invented ones."""

from sqlalchemy.orm import Session

from pwa.agencies import Agency
from pwa.db import Sessions


def make_agency(sessions: Sessions, name: str = "North House") -> int:
    """Keep a new agency and return its number."""
    agency = Agency(name=name, country="US", language="en", created_at_s=1_800_000_000)
    session: Session
    with sessions.begin() as session:
        session.add(agency)
        session.flush()
        return agency.id
