"""Recovery codes: ten to write down, each good once in place of the authenticator app."""

import secrets
from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from pwa.desk.keys import DeskKeys
from pwa.desk.models import RecoveryCode

COUNT = 10
# Without letters that are read as another: 31 signs, ten of them are 49 bits.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 10
MAX_TYPED = 40


def make_codes(session: Session, keys: DeskKeys, member_id: int) -> Sequence[str]:
    """Put new codes in the place of a member's old ones; they cannot be told again."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.member_id == member_id))
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(COUNT)]
    session.add_all(
        RecoveryCode(member_id=member_id, code_hash=_hash(keys, member_id, code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def use_code(session: Session, keys: DeskKeys, member_id: int, typed: str) -> bool:
    """Use a code up; `False` when it is none of theirs or was used."""
    if len(typed) > MAX_TYPED:
        return False
    code = "".join(letter for letter in typed.lower() if letter.isalnum())
    change = (
        update(RecoveryCode)
        .where(
            RecoveryCode.member_id == member_id,
            RecoveryCode.code_hash == _hash(keys, member_id, code),
            ~RecoveryCode.is_used,
        )
        .values(is_used=True)
        .returning(RecoveryCode.id)
    )
    return session.scalar(change) is not None


def count_left(session: Session, member_id: int) -> int:
    """Return how many codes of a member are still good."""
    wanted = select(func.count()).where(RecoveryCode.member_id == member_id, ~RecoveryCode.is_used)
    return session.scalar(wanted) or 0


def _hash(keys: DeskKeys, member_id: int, code: str) -> str:
    # As random as the key is secret: a slow hash would add nothing.
    return keys.mark("recovery code", f"{member_id} {code}")
