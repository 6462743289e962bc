"""What the desk's rooms work with, put together once."""

import time
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from pwa.config import Config
from pwa.db import Sessions
from pwa.desk import journal
from pwa.desk.journal import Action
from pwa.desk.keys import DeskKeys
from pwa.desk.models import Member
from pwa.desk.sessions import DeskSessions
from pwa.kits.service import Clock, KitService


class PasswordHasher(Protocol):
    """A slow hash of passwords that knows when its cost was raised."""

    def hash(self, text: str) -> str:
        """Hash a text with a new salt."""

    def verify(self, stored: str, text: str) -> bool:
        """Say whether the text has this hash."""

    def is_outdated(self, stored: str) -> bool:
        """Say whether a hash was made at another cost than today's."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk's database, keys, clock and sessions; every room of the desk gets this."""

    config: Config
    sessions: Sessions
    keys: DeskKeys
    hasher: PasswordHasher
    visits: DeskSessions
    kits: KitService
    clock: Clock = time.time

    def now_s(self) -> int:
        """Return the present moment."""
        return int(self.clock())

    def note(
        self, session: Session, member: Member, action: Action, *, subject_id: int | None = None
    ) -> None:
        """Write into the journal what a member does in this transaction."""
        journal.note(session, self.clock(), member, action, subject_id=subject_id)
