"""What administrators do: invite, take back, change roles, close accounts, give a new start.

Each is one transaction with its line in the journal, and touches nobody of another agency.
"""

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pwa.agencies import Agency
from pwa.desk.journal import Action
from pwa.desk.models import Invitation, Member
from pwa.desk.people import members
from pwa.desk.people.invitations import Invitations, Invited
from pwa.desk.people.words import read_country, read_language, read_name
from pwa.desk.roles import MEMBER_ROLES, Role
from pwa.desk.tools import Desk
from pwa.errors import DeskInvalid, MemberUnknown

ROLE_ACTIONS = {Role.ADMIN: Action.ROLE_ADMIN, Role.ADVOCATE: Action.ROLE_ADVOCATE}
NAME_TAKEN = "Another agency here has this name."


def invite(desk: Desk, admin: Member, *, email: str, name: str, role: str) -> Invited:
    """Invite somebody new; raises `DeskInvalid` for values that cannot be used."""
    with desk.sessions.begin() as session:
        agency = session.get_one(Agency, admin.agency_id)
        found = Invitations(session, desk.keys, desk.now_s()).invite(
            agency, email=email, name=name, role=_read_role(role)
        )
        desk.note(session, admin, Action.MEMBER_INVITED, subject_id=found.invitation.id)
        return found


def withdraw(desk: Desk, admin: Member, invitation_id: int) -> None:
    """Take an invitation back; raises `MemberUnknown` when it is not there or closed."""
    with desk.sessions.begin() as session:
        found = session.get(Invitation, invitation_id)
        if found is None or found.agency_id != admin.agency_id:
            raise MemberUnknown("There is no such invitation.")
        if not Invitations(session, desk.keys, desk.now_s()).close(found):
            raise MemberUnknown("There is no such invitation any more.")
        desk.note(session, admin, Action.INVITATION_WITHDRAWN, subject_id=invitation_id)


def change_role(desk: Desk, admin: Member, member_id: int, role: str) -> None:
    """Give a member another role; it holds from their next click."""
    wanted = _read_role(role)
    with desk.sessions.begin() as session:
        member = _own(session, admin, member_id)
        if member.role == wanted.value:
            return
        if wanted is not Role.ADMIN:
            members.check_an_admin_stays(session, member)
        member.role = wanted.value
        desk.note(session, admin, ROLE_ACTIONS[wanted], subject_id=member_id)


def stop(desk: Desk, admin: Member, member_id: int) -> None:
    """Close an account: signed out everywhere at once, and no way in until it is opened again."""
    with desk.sessions.begin() as session:
        member = _own(session, admin, member_id)
        members.check_an_admin_stays(session, member)
        member.is_active = False
        members.end_sessions(session, member)
        desk.note(session, admin, Action.MEMBER_STOPPED, subject_id=member_id)


def start(desk: Desk, admin: Member, member_id: int) -> None:
    """Open a closed account again."""
    with desk.sessions.begin() as session:
        _own(session, admin, member_id).is_active = True
        desk.note(session, admin, Action.MEMBER_STARTED, subject_id=member_id)


def give_new_start(desk: Desk, admin: Member, member_id: int) -> Invited:
    """Take away what a member signs in with, and return a link to set it up again.

    For themselves, administrators have their own page: this would lock the last one out.
    """
    if admin.id == member_id:
        raise DeskInvalid("For yourself, use your own page.")
    with desk.sessions.begin() as session:
        member = _own(session, admin, member_id)
        if not member.is_active:
            raise DeskInvalid("This account is closed. Open it first.")
        members.forget_sign_in(session, member)
        found = Invitations(session, desk.keys, desk.now_s()).renew(member)
        desk.note(session, admin, Action.MEMBER_RESET, subject_id=member_id)
        return found


def change_agency(desk: Desk, admin: Member, *, name: str, country: str, language: str) -> None:
    """Change what the agency is called and what its new kits start from."""
    read = read_name(name), read_country(country), read_language(language)
    with desk.sessions.begin() as session:
        if members.is_name_taken(session, read[0], but=admin.agency_id):
            raise DeskInvalid(NAME_TAKEN)
        agency = session.get_one(Agency, admin.agency_id)
        agency.name, agency.country, agency.language = read
        try:
            session.flush()
        except IntegrityError as error:
            # Another agency took it at this moment.
            raise DeskInvalid(NAME_TAKEN) from error
        desk.note(session, admin, Action.AGENCY_CHANGED)


def _own(session: Session, admin: Member, member_id: int) -> Member:
    """Return a member of the administrator's agency, whose people nobody else changes meanwhile.

    Raises `DeskInvalid` when somebody has just taken the administrator's own place away.
    """
    # Two administrators must not close each other at the same moment. Written, not only read:
    # SQLite knows no lock for reading, and a first write makes every other one wait.
    own = update(Agency).where(Agency.id == admin.agency_id)
    session.execute(own.values(name=Agency.name))
    acting = session.get_one(Member, admin.id)
    if not (acting.is_active and acting.may(Role.ADMIN) and acting.password_hash):
        raise DeskInvalid("Somebody has just changed your own account. Nothing else was changed.")
    member = members.one_of_agency(session, admin.agency_id, member_id)
    if member is None:
        raise MemberUnknown("There is no such person at your agency.")
    return member


def _read_role(text: str) -> Role:
    if text not in {role.value for role in MEMBER_ROLES}:
        raise DeskInvalid("The role is advocate or administrator.")
    return Role(text)
