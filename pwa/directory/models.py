"""The tables of the directory; nothing in them is about anybody who uses a kit."""

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from pwa.agencies import Agency
from pwa.db import Base


class LocalService(Base):
    """One service of one agency; `ref` is what kits and phones call it."""

    __tablename__ = "local_service"
    __table_args__ = (
        Index("local_service_ref", "agency_id", "ref", unique=True),
        Index("local_service_name", "agency_id", "name_key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey(Agency.id))
    ref: Mapped[str] = mapped_column(String(8))
    name_key: Mapped[str] = mapped_column(String(300))
    """The name as it is compared: two services of an agency never share one."""
    values: Mapped[dict[str, str]] = mapped_column(JSON)
    """Every field of `pwa.directory.fields` that is not empty."""


class LineWord(Base):
    """What one agency found out about one helpline of the content."""

    __tablename__ = "line_word"

    agency_id: Mapped[int] = mapped_column(ForeignKey(Agency.id), primary_key=True)
    line: Mapped[str] = mapped_column(String(40), primary_key=True)
    state: Mapped[str] = mapped_column(String(10))
    values: Mapped[dict[str, str]] = mapped_column(JSON)
    checked_on: Mapped[str] = mapped_column(String(10))
    checked_by: Mapped[str] = mapped_column(String(80))


class Sheet(Base):
    """Where an agency's phones ask for newer numbers, and which edition these are."""

    __tablename__ = "sheet"

    agency_id: Mapped[int] = mapped_column(ForeignKey(Agency.id), primary_key=True)
    name: Mapped[str] = mapped_column(String(32), unique=True)
    edition: Mapped[int] = mapped_column(BigInteger)
