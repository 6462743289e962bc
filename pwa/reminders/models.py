"""The table of reminders: when to wake which phone, sealed; nothing of who, why or with what words.

`ready_at_s` is the one time by which rows are found: the chosen moment, or the end of a lease, or
the end of a wait after a failure. It is empty while a reminder rests.
"""

from sqlalchemy import BigInteger, Index, LargeBinary, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from pwa.db import Base


class Reminder(Base):
    """One reminder. Its id, endpoint and rule can only be read with the server's key."""

    __tablename__ = "reminder"
    __table_args__ = (
        Index("reminder_due", "lane", "ready_at_s"),
        Index("reminder_endpoint", "endpoint_hash"),
        Index("reminder_seen", "seen_day"),
    )

    id_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    endpoint_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    lane: Mapped[int] = mapped_column(BigInteger)
    # Which of the server's VAPID keys the phone subscribed under.
    vapid: Mapped[str] = mapped_column(String(16))
    seen_day: Mapped[int]
    ready_at_s: Mapped[int | None] = mapped_column(BigInteger)
    until_s: Mapped[int] = mapped_column(BigInteger)
    tries: Mapped[int] = mapped_column(SmallInteger)
    lease: Mapped[int | None] = mapped_column(BigInteger)
