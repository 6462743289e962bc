"""Invitations: links that let one person set up signing in, once, for a few days."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pwa.agencies import Agency
from pwa.desk.keys import DeskKeys, make_token
from pwa.desk.models import Invitation, Member
from pwa.desk.people.words import read_email, read_name
from pwa.desk.roles import MEMBER_ROLES, Role
from pwa.errors import DeskInvalid

DAY_S = 86_400
LASTS_S = 3 * DAY_S
MAX_TOKEN = 100


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made, and the secret of its link, which is kept nowhere."""

    invitation: Invitation
    token: str


class Invitations:
    """Makes, finds and closes invitations; works in the caller's transaction."""

    def __init__(self, session: Session, keys: DeskKeys, now_s: int) -> None:
        """Take the transaction, the keys and the present moment."""
        self._session = session
        self._keys = keys
        self._now_s = now_s

    def invite(self, agency: Agency, *, email: str, name: str, role: Role) -> Invited:
        """Invite somebody new; an open invitation of theirs is closed."""
        if role not in MEMBER_ROLES:
            raise DeskInvalid("The role is advocate or admin.")
        address = read_email(email)
        if self._session.scalar(select(Member.id).where(Member.email == address)):
            raise DeskInvalid("Somebody with this e-mail address is at the desk already.")
        return self._make(agency.id, address, read_name(name), role, member_id=None)

    def renew(self, member: Member) -> Invited:
        """Let a member set up signing in again."""
        role = Role(member.role)
        return self._make(member.agency_id, member.email, member.name, role, member_id=member.id)

    def find(self, token: str) -> Invitation | None:
        """Return the open invitation of a link; `None` for every other one."""
        if not 0 < len(token) <= MAX_TOKEN:
            return None
        found = self._session.scalar(
            select(Invitation).where(Invitation.token_hash == self._hash(token))
        )
        return found if found is not None and self._is_open(found) else None

    def close(self, invitation: Invitation) -> bool:
        """Close an invitation; `False` when somebody else was first."""
        change = (
            update(Invitation)
            .where(Invitation.id == invitation.id, ~Invitation.is_closed)
            .values(is_closed=True)
            .returning(Invitation.id)
        )
        return self._session.scalar(change) is not None

    def open_of(self, agency_id: int) -> Sequence[Invitation]:
        """Return an agency's open invitations, oldest first."""
        wanted = select(Invitation).where(Invitation.agency_id == agency_id)
        return [
            each
            for each in self._session.scalars(wanted.order_by(Invitation.id))
            if self._is_open(each)
        ]

    def _make(
        self, agency_id: int, email: str, name: str, role: Role, *, member_id: int | None
    ) -> Invited:
        self._session.execute(
            update(Invitation)
            .where(Invitation.email == email, Invitation.agency_id == agency_id)
            .values(is_closed=True)
        )
        token = make_token()
        invitation = Invitation(
            agency_id=agency_id,
            member_id=member_id,
            email=email,
            name=name,
            role=role.value,
            token_hash=self._hash(token),
            expires_at_s=self._now_s + LASTS_S,
        )
        self._session.add(invitation)
        self._session.flush()
        return Invited(invitation, token)

    def _is_open(self, invitation: Invitation) -> bool:
        return not invitation.is_closed and invitation.expires_at_s > self._now_s

    def _hash(self, token: str) -> str:
        return self._keys.mark("invitation", token)
