"""The table of agencies, to which members, kits and services belong."""

from sqlalchemy import BigInteger, String, select
from sqlalchemy.orm import Mapped, mapped_column

from pwa.db import Base, Sessions
from pwa.errors import AgencyUnknown


class Agency(Base):
    """An organisation; its members see and change only what is its own."""

    __tablename__ = "desk_agency"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    # What a new kit starts from.
    country: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(35))
    created_at_s: Mapped[int] = mapped_column(BigInteger)


def find_agency(sessions: Sessions, name: str) -> Agency:
    """Return the agency with this name; refuse when there is none."""
    with sessions() as session:
        agency = session.scalar(select(Agency).where(Agency.name == name))
    if agency is None:
        raise AgencyUnknown("there is no agency of that name: the desk shows each one's.")
    return agency
