"""Joining: an invited person chooses a password and sets an authenticator app up, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pwa.desk import journal
from pwa.desk.journal import Action
from pwa.desk.models import Invitation, Member
from pwa.desk.people import members, passwords
from pwa.desk.people.invitations import Invitations
from pwa.desk.people.words import read_name
from pwa.desk.signin import recovery, totp
from pwa.desk.tools import Desk
from pwa.errors import DeskInvalid

WRONG_CODE = (
    "That code is not right. Wait for the next one in the app, and check that the phone's clock is."
)

TAKEN = (
    "Somebody with this e-mail address is at the desk already. If that is you, sign in as before. "
    "To be with this agency, ask for an invitation to another address."
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Who joined, and the recovery codes to write down."""

    member: Member
    codes: Sequence[str]


def app_secret(desk: Desk, token: str, browser: str) -> str:
    """Return the secret that an invitation's page shows in one browser, by its cookie.

    The page can be loaded again, and nothing is written before the end. Somebody else who only
    opened the link was shown another secret than the person who joins.
    """
    return totp.to_base32(bytes.fromhex(desk.keys.mark("joining", f"{token} {browser}")))


def join(desk: Desk, token: str, browser: str, *, name: str, password: str, code: str) -> Joined:
    """Use an invitation up; raises `DeskInvalid` with a sentence when something is wrong."""
    with desk.sessions.begin() as session:
        invitations = Invitations(session, desk.keys, desk.now_s())
        invitation = invitations.find(token)
        if invitation is None:
            raise DeskInvalid("This link does not work any more. Ask for a new one.")
        read = read_name(name)
        own = members.own_words(read, invitation.email, invitation.agency.name)
        problem = passwords.fault(password, own)
        if problem is not None:
            raise DeskInvalid(problem)
        secret = app_secret(desk, token, browser)
        step = totp.find_step(secret, code, desk.clock(), after=0)
        if step is None:
            raise DeskInvalid(WRONG_CODE)
        if not invitations.close(invitation):
            raise DeskInvalid("This link was used a moment ago.")
        member = _member_of(session, desk, invitation, read)
        members.set_password(member, password, keys=desk.keys, hasher=desk.hasher)
        members.set_app(member, secret, step, desk.keys)
        codes = recovery.make_codes(session, desk.keys, member.id)
        came_back = invitation.member_id is not None
        action = Action.MEMBER_CAME_BACK if came_back else Action.MEMBER_JOINED
        journal.note(session, desk.clock(), member, action)
        return Joined(member, codes)


def _member_of(session: Session, desk: Desk, invitation: Invitation, name: str) -> Member:
    if invitation.member_id is not None:
        member = session.get_one(Member, invitation.member_id)
        members.forget_sign_in(session, member)
        member.name = name
        return member
    member = Member(
        agency_id=invitation.agency_id,
        email=invitation.email,
        name=name,
        role=invitation.role,
        created_at_s=desk.now_s(),
    )
    session.add(member)
    try:
        session.flush()
    except IntegrityError as error:
        # Another agency had invited them too, and they came from there first.
        raise DeskInvalid(TAKEN) from error
    return member
