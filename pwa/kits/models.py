"""The table of kits; nothing in it says who used one, or when."""

from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from pwa.agencies import Agency
from pwa.db import Base


class Kit(Base):
    """One kit. The start code itself is nowhere: only its keyed index and its Argon2id hash."""

    __tablename__ = "kit"
    __table_args__ = (
        CheckConstraint("uses_left >= 0", name="kit_uses_left"),
        Index("kit_code_index", "code_index", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code_index: Mapped[str] = mapped_column(String(64))
    code_hash: Mapped[str] = mapped_column(String(200))
    expires_at_s: Mapped[int] = mapped_column(BigInteger)
    uses_left: Mapped[int]
    uses: Mapped[int]
    """How many there were at first; with `uses_left` the only thing known of what became of it."""
    is_revoked: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(35))
    country: Mapped[str] = mapped_column(String(2))
    cover: Mapped[str] = mapped_column(String(40))
    exit_site: Mapped[str] = mapped_column(String(300))
    services: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    label: Mapped[str] = mapped_column(String(80))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey(Agency.id))
    """Whose kit it is; the operator's own belong to nobody."""
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    """`picked`: references of services, or `None` for all; `without`: helplines left out."""
