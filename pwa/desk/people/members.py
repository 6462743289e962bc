"""Members of an agency: finding them, their passwords, and what their administrators change."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pwa.agencies import Agency
from pwa.desk.keys import DeskKeys
from pwa.desk.models import DeskSession, Member, Passkey, RecoveryCode
from pwa.desk.people import passwords
from pwa.desk.roles import Role
from pwa.desk.tools import PasswordHasher
from pwa.errors import DeskInvalid

TOTP = "totp secret"


def find(session: Session, email: str) -> Member | None:
    """Return the member with this e-mail address, as `read_email` returns it."""
    return session.scalar(select(Member).where(Member.email == email))


def of_agency(session: Session, agency_id: int) -> Sequence[Member]:
    """Return an agency's members by name."""
    wanted = select(Member).where(Member.agency_id == agency_id).order_by(Member.name, Member.id)
    return session.scalars(wanted).all()


def one_of_agency(session: Session, agency_id: int, member_id: int) -> Member | None:
    """Return one member, as long as it is the agency's own."""
    found = session.get(Member, member_id)
    return found if found is not None and found.agency_id == agency_id else None


def is_name_taken(session: Session, name: str, *, but: int) -> bool:
    """Say whether an agency other than this one has a name."""
    wanted = select(Agency.id).where(Agency.name == name, Agency.id != but)
    return session.scalar(wanted) is not None


def keyed(keys: DeskKeys, password: str) -> str:
    """Return what is hashed for a password: without the key, hashes cannot be searched."""
    return keys.mark("password", passwords.normal(password))


def set_password(member: Member, password: str, *, keys: DeskKeys, hasher: PasswordHasher) -> None:
    """Give a member a password that `passwords.fault` has nothing against."""
    member.password_hash = hasher.hash(keyed(keys, password))


def own_words(*texts: str) -> Sequence[str]:
    """Return what a password must not be made of, the desk's own name with it."""
    return (*texts, "desk")


def set_app(member: Member, secret: str, step: int, keys: DeskKeys) -> None:
    """Keep the secret of a member's authenticator app, and the step it was shown at."""
    member.totp_sealed = keys.seal(TOTP, secret.encode(), str(member.id))
    member.totp_step = step


def app_secret(member: Member, keys: DeskKeys) -> str | None:
    """Return the secret of a member's authenticator app."""
    if member.totp_sealed is None:
        return None
    return keys.unseal(TOTP, member.totp_sealed, str(member.id)).decode()


def end_sessions(session: Session, member: Member) -> None:
    """Sign a member out everywhere."""
    session.execute(delete(DeskSession).where(DeskSession.member_id == member.id))


def forget_sign_in(session: Session, member: Member) -> None:
    """Take away everything that a member signs in with, and sign them out everywhere."""
    end_sessions(session, member)
    session.execute(delete(Passkey).where(Passkey.member_id == member.id))
    session.execute(delete(RecoveryCode).where(RecoveryCode.member_id == member.id))
    member.password_hash = None
    member.totp_sealed = None


def check_an_admin_stays(session: Session, member: Member) -> None:
    """Refuse to take the agency's last active administrator away."""
    others = select(func.count()).where(
        Member.agency_id == member.agency_id,
        Member.id != member.id,
        Member.role == Role.ADMIN.value,
        Member.is_active,
        Member.password_hash.is_not(None),
    )
    if not session.scalar(others):
        raise DeskInvalid("An agency needs an administrator. Make somebody else one first.")
