"""Signing in: the password first, then a code; each try is counted before it is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import update
from sqlalchemy.orm import Session

from pwa.desk import journal
from pwa.desk.journal import Action
from pwa.desk.keys import make_token
from pwa.desk.models import Member
from pwa.desk.people import members
from pwa.desk.people.words import read_email
from pwa.desk.signin import recovery, totp
from pwa.desk.signin.throttle import Count, Throttle, counts_for, refusal, second_step
from pwa.desk.tools import Desk
from pwa.errors import DeskInvalid

# A member's password never has this form: `keyed` makes 64 hex digits.
NOBODY = "nobody"
MAX_PASSWORD = 1024


class No(Enum):
    """Why somebody is not let in."""

    WRONG = auto()
    WAIT = auto()


@dataclass(frozen=True, slots=True)
class From:
    """Where a try comes from: its network, and the mark of a browser that is known.

    Nobody has a network of their own at an onion service.
    """

    network: str | None
    device: str | None


class SignIn:
    """Judges passwords and codes."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk; hash once, so that unknown people have something to meet."""
        self._desk = desk
        self._throttle = Throttle(desk.sessions, desk.keys, desk.clock)
        self._nobody = desk.hasher.hash(NOBODY)
        # With an app, so that a code of theirs is looked at as everybody's is. Never kept.
        self._stranger = Member(id=0, agency_id=0, email="", name="", role="", created_at_s=0)
        members.set_app(self._stranger, totp.make_secret(), 0, desk.keys)

    def find(self, typed: str) -> Member | None:
        """Return the member that an e-mail address names."""
        email = _address(typed)
        with self._desk.sessions() as session:
            return members.find(session, email)

    def check_password(
        self, member: Member | None, typed_email: str, password: str, where: From
    ) -> Member | No:
        """Judge a password: one hash verified whoever it is, whatever the reason to refuse."""
        email = _address(typed_email)
        tries = self._throttle.begin(counts_for(email, where.network, where.device))
        if tries is None:
            return No.WAIT
        if not self._matches(member, password) or member is None:
            return No.WRONG
        self._throttle.forgive(tries)
        self._renew_hash(member, password)
        return member

    def check_code(self, member: Member, typed: str, where: From) -> No | None:
        """Judge a code of the app, or a recovery code; `None` when it is good."""
        counts = counts_for(member.email, where.network, where.device)
        return self._judge_code(member, typed, (*counts, second_step(str(member.id))))

    def check_at_once(self, member: Member | None, password: str, code: str) -> Member | No:
        """Judge password and code together, for where all the world is one network.

        Whoever guesses there stops nobody, and learns nothing of the password alone. Only who has
        it meets the count of the second step; even then the answer is the same, and its work. Who
        must wait is judged as a stranger is, of whose tries nothing stays.
        """
        who = member if self._matches(member, password) else None
        name = make_token() if who is None else str(who.id)
        tries, is_within = self._throttle.count([second_step(name)])
        judged = who if who is not None and is_within else self._stranger
        is_good = self._is_good(judged, code)
        # Counted, judged, settled: as many transactions whatever the answer, so none takes longer.
        with self._desk.sessions.begin() as session:
            is_kept = judged is who and not is_good
            self._throttle.settle(session, tries, is_kept=is_kept)
            if not is_within and who is not None:
                self._note_refusal(session, who)
        if who is None or not is_good:
            return No.WRONG
        self._renew_hash(who, password)
        return who

    def _judge_code(self, member: Member, typed: str, counts: Sequence[Count]) -> No | None:
        tries = self._throttle.begin(counts)
        if tries is None:
            with self._desk.sessions.begin() as session:
                self._note_refusal(session, member)
            return No.WAIT
        if not self._is_good(member, typed):
            return No.WRONG
        self._throttle.forgive(tries)
        return None

    def _is_good(self, member: Member, typed: str) -> bool:
        return self._use_app(member, typed) or self._use_recovery(member, typed)

    def confirm(self, member: Member, password: str, code: str, where: From) -> No | None:
        """Judge password and code of somebody who has signed in already."""
        found = self.check_password(member, member.email, password, where)
        return found if isinstance(found, No) else self.check_code(member, code, where)

    def _matches(self, member: Member | None, password: str) -> bool:
        stored = member.password_hash if member is not None and member.is_active else None
        is_same = self._desk.hasher.verify(stored or self._nobody, self._keyed(password))
        return is_same and stored is not None

    def _keyed(self, password: str) -> str:
        return members.keyed(self._desk.keys, password[:MAX_PASSWORD])

    def _renew_hash(self, member: Member, password: str) -> None:
        stored = member.password_hash
        if stored is None or not self._desk.hasher.is_outdated(stored):
            return
        fresh = self._desk.hasher.hash(self._keyed(password))
        with self._desk.sessions.begin() as session:
            session.execute(
                update(Member)
                .where(Member.id == member.id, Member.password_hash == stored)
                .values(password_hash=fresh)
            )

    def _use_app(self, member: Member, typed: str) -> bool:
        secret = members.app_secret(member, self._desk.keys)
        if secret is None:
            return False
        step = totp.find_step(secret, typed, self._desk.clock(), after=member.totp_step)
        if step is None:
            return False
        # In one statement, so that two requests cannot both use the same code.
        change = (
            update(Member)
            .where(Member.id == member.id, Member.totp_step < step)
            .values(totp_step=step)
            .returning(Member.id)
        )
        with self._desk.sessions.begin() as session:
            return session.scalar(change) is not None

    def _use_recovery(self, member: Member, typed: str) -> bool:
        with self._desk.sessions.begin() as session:
            if not recovery.use_code(session, self._desk.keys, member.id, typed):
                return False
            journal.note(session, self._desk.clock(), member, Action.RECOVERY_CODE_USED)
            return True

    def _note_refusal(self, session: Session, member: Member) -> None:
        """Write down that a member was asked to wait, once an hour: no entry can be deleted."""
        # A write makes others wait who are refused at this moment: one of them writes it down.
        own = update(Member).where(Member.id == member.id)
        session.execute(own.values(totp_step=Member.totp_step))
        if self._throttle.is_new(session, refusal(str(member.id))):
            self._desk.note(session, member, Action.SIGN_IN_REFUSED)


def _address(typed: str) -> str:
    """Return an e-mail address as it is looked up, so that it is counted as the same one too.

    What is no address is nobody's, and counts as one.
    """
    try:
        return read_email(typed)
    except DeskInvalid:
        return ""
