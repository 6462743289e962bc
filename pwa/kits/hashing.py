"""The slow hash of start codes: Argon2id by `argon2-cffi` (RFC 9106, its second choice)."""

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

TIME_COST = 3
MEMORY_KIB = 65_536
LANES = 1


class Argon2Hasher:
    """Hashes and verifies with Argon2id."""

    def __init__(self, time_cost: int = TIME_COST, memory_kib: int = MEMORY_KIB) -> None:
        """Take the cost; only tests ask for less."""
        self._argon2 = PasswordHasher(time_cost, memory_kib, LANES)

    def hash(self, text: str) -> str:
        """Hash a text with a new salt."""
        return self._argon2.hash(text)

    def verify(self, stored: str, text: str) -> bool:
        """Say whether the text has this hash; a damaged hash raises."""
        try:
            return self._argon2.verify(stored, text)
        except VerifyMismatchError:
            return False

    def is_outdated(self, stored: str) -> bool:
        """Say whether a hash was made at another cost than this one's."""
        return self._argon2.check_needs_rehash(stored)
