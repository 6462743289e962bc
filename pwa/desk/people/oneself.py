"""What members change about their own way in: password, authenticator app, recovery codes."""

from collections.abc import Sequence

from pwa.desk.journal import Action
from pwa.desk.models import Member
from pwa.desk.people import members, passwords
from pwa.desk.people.joining import WRONG_CODE
from pwa.desk.sessions import Visit
from pwa.desk.signin import recovery, totp
from pwa.desk.tools import Desk
from pwa.errors import DeskInvalid


def change_password(desk: Desk, visit: Visit, member_id: int, password: str) -> None:
    """Give oneself another password, and sign out everywhere else."""
    with desk.sessions.begin() as session:
        member = session.get_one(Member, member_id)
        own = members.own_words(member.name, member.email, member.agency.name)
        problem = passwords.fault(password, own)
        if problem is not None:
            raise DeskInvalid(problem)
        members.set_password(member, password, keys=desk.keys, hasher=desk.hasher)
        desk.note(session, member, Action.PASSWORD_CHANGED)
    desk.visits.end_all(member_id, but=visit)


def next_app_secret(desk: Desk, visit: Visit, member: Member) -> str:
    """Return the secret of the app to set up next.

    It hangs on the session and on the app that is there, so that loading the page writes nothing.
    """
    present = (member.totp_sealed or b"").hex()
    return totp.to_base32(bytes.fromhex(desk.keys.mark("next app", f"{visit.token} {present}")))


def change_app(desk: Desk, visit: Visit, member_id: int, code: str) -> None:
    """Set another authenticator app up, and sign out everywhere else."""
    with desk.sessions.begin() as session:
        member = session.get_one(Member, member_id)
        secret = next_app_secret(desk, visit, member)
        step = totp.find_step(secret, code, desk.clock(), after=0)
        if step is None:
            raise DeskInvalid(WRONG_CODE)
        members.set_app(member, secret, step, desk.keys)
        desk.note(session, member, Action.APP_CHANGED)
    desk.visits.end_all(member_id, but=visit)


def new_codes(desk: Desk, member: Member) -> Sequence[str]:
    """Make new recovery codes; the earlier ones are worth nothing from now on."""
    with desk.sessions.begin() as session:
        codes = recovery.make_codes(session, desk.keys, member.id)
        desk.note(session, member, Action.CODES_MADE)
        return codes


def sign_out_everywhere(desk: Desk, member: Member) -> None:
    """End every session of oneself, this one too."""
    with desk.sessions.begin() as session:
        desk.note(session, member, Action.SIGNED_OUT_EVERYWHERE)
    desk.visits.end_all(member.id)
