"""The desk's tables: members of agencies, how those sign in, and what they did.

Nothing here says anything about the people the agency helps.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pwa.agencies import Agency
from pwa.db import Base
from pwa.desk.roles import Role


class Member(Base):
    """Somebody who works for an agency; without a password hash they cannot sign in."""

    __tablename__ = "desk_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("desk_agency.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    # The authenticator app's secret, sealed under the desk's key, and the last step it was used at.
    totp_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_step: Mapped[int] = mapped_column(BigInteger, default=0)
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at_s: Mapped[int] = mapped_column(BigInteger)
    agency: Mapped[Agency] = relationship(lazy="joined")

    # What Flask-Login asks.
    is_authenticated = True
    is_anonymous = False

    def get_id(self) -> str:
        """Return the number under which Flask-Login knows them."""
        return str(self.id)

    def may(self, role: Role) -> bool:
        """Say whether they may open what this role may."""
        return Role(self.role).includes(role)


class Invitation(Base):
    """A link that was handed out; only the hash of what makes it secret is kept.

    With a member it lets that member set up signing in again; without one it makes a new member.
    """

    __tablename__ = "desk_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("desk_agency.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("desk_member.id"))
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(20))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at_s: Mapped[int] = mapped_column(BigInteger)
    # Used or withdrawn; an invitation opens once.
    is_closed: Mapped[bool] = mapped_column(default=False)
    agency: Mapped[Agency] = relationship(lazy="joined")


class DeskSession(Base):
    """One browser signed in, or half way there; the cookie holds what the hash was made of."""

    __tablename__ = "desk_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("desk_member.id"), index=True)
    # False between the password and the second step.
    is_full: Mapped[bool]
    created_at_s: Mapped[int] = mapped_column(BigInteger)
    seen_at_s: Mapped[int] = mapped_column(BigInteger)
    # When they last showed that it is they: password and second step, or passkey.
    proved_at_s: Mapped[int] = mapped_column(BigInteger)
    notes: Mapped[dict[str, Any]] = mapped_column(JSON)
    member: Mapped[Member] = relationship(lazy="joined")


class RecoveryCode(Base):
    """One of the codes to write down, for when the authenticator is lost; each works once."""

    __tablename__ = "desk_recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("desk_member.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    is_used: Mapped[bool] = mapped_column(default=False)


class Passkey(Base):
    """A passkey that signs its member in."""

    __tablename__ = "desk_passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("desk_member.id"), index=True)
    # Base64url of at most 1,023 bytes (WebAuthn 3 §4).
    credential_id: Mapped[str] = mapped_column(String(1364), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(60))
    created_at_s: Mapped[int] = mapped_column(BigInteger)


class JournalEntry(Base):
    """One thing a member did at the desk; the database itself refuses to change or remove it."""

    __tablename__ = "desk_journal"

    # By day and chance. Of type INTEGER, which has 64 bits there, SQLite keeps no other order.
    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )
    agency_id: Mapped[int] = mapped_column(ForeignKey("desk_agency.id"), index=True)
    # None: the operator, on the command line.
    member_id: Mapped[int | None] = mapped_column(ForeignKey("desk_member.id"))
    # The start of its day (UTC).
    at_s: Mapped[int] = mapped_column(BigInteger)
    action: Mapped[str] = mapped_column(String(40))
    # The row that it happened to, by number alone: there is no room here for words.
    subject_id: Mapped[int | None]
    member: Mapped[Member | None] = relationship(lazy="joined")


class Try(Base):
    """One failed try to sign in, under a keyed mark of where from; it goes after an hour."""

    __tablename__ = "desk_try"
    __table_args__ = (Index("desk_try_mark", "mark", "at_s"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(String(64))
    at_s: Mapped[int] = mapped_column(BigInteger)
