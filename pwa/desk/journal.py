"""The journal: what members did at the desk, in words from a fixed list and numbers of rows.

No entry has room for text that somebody typed. Every entry is dated by the day, and those of one
day have no order: a kit is made while somebody sits beside the desk, and neither its own entry nor
one before and after it tells the hour (docs/decisions/journal.md).
"""

import secrets
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from pwa.desk.models import JournalEntry, Member

DAY_S = 86_400
# The rest of an entry's number, below its day: so many that two never meet.
CHANCE_BITS = 47


class Action(StrEnum):
    """What can be written down; the value is kept, `WORDS` is what people read."""

    SIGNED_IN = "signed-in"
    SIGN_IN_REFUSED = "sign-in-refused"
    SIGNED_OUT_EVERYWHERE = "signed-out-everywhere"
    RECOVERY_CODE_USED = "recovery-code-used"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105  (no password)
    APP_CHANGED = "app-changed"
    CODES_MADE = "codes-made"
    PASSKEY_ADDED = "passkey-added"
    PASSKEY_REMOVED = "passkey-removed"
    MEMBER_INVITED = "member-invited"
    INVITATION_WITHDRAWN = "invitation-withdrawn"
    MEMBER_JOINED = "member-joined"
    MEMBER_RESET = "member-reset"
    MEMBER_CAME_BACK = "member-came-back"
    ROLE_ADMIN = "role-admin"
    ROLE_ADVOCATE = "role-advocate"
    MEMBER_STOPPED = "member-stopped"
    MEMBER_STARTED = "member-started"
    AGENCY_CHANGED = "agency-changed"
    KIT_MADE = "kit-made"
    KIT_REVOKED = "kit-revoked"
    SERVICE_KEPT = "service-kept"
    SERVICE_CHECKED = "service-checked"
    SERVICE_REMOVED = "service-removed"
    SERVICES_IMPORTED = "services-imported"
    LINE_CHANGED = "line-changed"


#: What people read; `{who}` is the member that it happened to.
WORDS = {
    Action.SIGNED_IN: "Signed in",
    Action.SIGN_IN_REFUSED: "Was asked to wait after wrong codes",
    Action.SIGNED_OUT_EVERYWHERE: "Signed out everywhere",
    Action.RECOVERY_CODE_USED: "Used a recovery code",
    Action.PASSWORD_CHANGED: "Changed their password",
    Action.APP_CHANGED: "Set up another authenticator app",
    Action.CODES_MADE: "Made new recovery codes",
    Action.PASSKEY_ADDED: "Added a passkey",
    Action.PASSKEY_REMOVED: "Removed a passkey",
    Action.MEMBER_INVITED: "Invited somebody",
    Action.INVITATION_WITHDRAWN: "Took an invitation back",
    Action.MEMBER_JOINED: "Joined",
    Action.MEMBER_RESET: "Gave {who} a new start",
    Action.MEMBER_CAME_BACK: "Set up signing in again",
    Action.ROLE_ADMIN: "Made {who} an administrator",
    Action.ROLE_ADVOCATE: "Made {who} an advocate",
    Action.MEMBER_STOPPED: "Closed the account of {who}",
    Action.MEMBER_STARTED: "Opened the account of {who} again",
    Action.AGENCY_CHANGED: "Changed the agency's settings",
    Action.KIT_MADE: "Made a kit",
    Action.KIT_REVOKED: "Took a start code back",
    Action.SERVICE_KEPT: "Wrote down a service",
    Action.SERVICE_CHECKED: "Checked a service",
    Action.SERVICE_REMOVED: "Took a service out",
    Action.SERVICES_IMPORTED: "Brought in a list of services",
    Action.LINE_CHANGED: "Noted something about a helpline",
}


def write(
    session: Session,
    now_s: float,
    action: Action,
    *,
    agency_id: int,
    member_id: int | None,
    subject_id: int | None = None,
) -> None:
    """Write an entry down, in the caller's transaction."""
    day = int(now_s) // DAY_S
    entry = JournalEntry(
        # Entries are read by their number: day by day, and in any order within one.
        id=day << CHANCE_BITS | secrets.randbits(CHANCE_BITS),
        agency_id=agency_id,
        member_id=member_id,
        at_s=day * DAY_S,
        action=action.value,
        subject_id=subject_id,
    )
    session.add(entry)


def note(
    session: Session,
    now_s: float,
    member: Member,
    action: Action,
    *,
    subject_id: int | None = None,
) -> None:
    """Write down what a member did."""
    write(
        session,
        now_s,
        action,
        agency_id=member.agency_id,
        member_id=member.id,
        subject_id=subject_id,
    )


def read(session: Session, agency_id: int, *, before_id: int, most: int) -> Sequence[JournalEntry]:
    """Return an agency's entries below a number, newest day first."""
    wanted = (
        select(JournalEntry)
        .where(JournalEntry.agency_id == agency_id, JournalEntry.id < before_id)
        .order_by(JournalEntry.id.desc())
        .limit(most)
    )
    return session.scalars(wanted).all()
