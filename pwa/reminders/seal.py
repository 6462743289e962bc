"""What a reminder looks like in the database: keyed hashes, and one sealed text of even length.

All keys come from the server's reminder key by HKDF-SHA256 (RFC 5869). The text is sealed with
AES-256-GCM under a random nonce and bound to its row; its length says only how many steps of
`STEP_BYTES` it takes.
"""

import hashlib
import hmac
import secrets
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from pwa.reminders.rules import Rule

KEY_BYTES = 32
NONCE_BYTES = 12
STEP_BYTES = 256
LANE_BYTES = 7


class Note(msgspec.Struct, frozen=True):
    """What is sealed: where to send, when, and the day from which days and weeks are counted."""

    endpoint: str
    days: tuple[int, ...]
    from_min: int
    to_min: int
    zone: str
    count: int
    unit: Literal["day", "week"]
    first: int

    @property
    def rule(self) -> Rule:
        """Return the rule in it."""
        days = frozenset(self.days)
        return Rule(days, self.from_min, self.to_min, self.zone, self.count, self.unit)


class Sealer:
    """Hashes and seals under the keys of one server."""

    def __init__(self, key: bytes) -> None:
        """Derive a key for each purpose."""
        self._id_key = _derive(key, "id")
        self._endpoint_key = _derive(key, "endpoint")
        self._lane_key = _derive(key, "lane")
        self._aead = AESGCM(_derive(key, "seal"))
        self._encoder = msgspec.json.Encoder()
        self._decoder = msgspec.json.Decoder(Note)

    def hash_id(self, reminder_id: str) -> bytes:
        """Return the 32 bytes under which a reminder is found."""
        return _keyed(self._id_key, reminder_id)

    def hash_endpoint(self, endpoint: str) -> bytes:
        """Return the 32 bytes under which the reminders of one subscription are found."""
        return _keyed(self._endpoint_key, endpoint)

    def lane_of(self, service: str) -> int:
        """Return the number that stands for a push service."""
        return int.from_bytes(_keyed(self._lane_key, service)[:LANE_BYTES])

    def seal(self, note: Note, id_hash: bytes) -> bytes:
        """Seal a note for its row."""
        text = self._encoder.encode(note)
        # JSON takes blanks after its end.
        text = text.ljust(-(-len(text) // STEP_BYTES) * STEP_BYTES)
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, text, id_hash)

    def unseal(self, sealed: bytes, id_hash: bytes) -> Note | None:
        """Open the note of a row; `None` when it was not sealed here for this row."""
        try:
            text = self._aead.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], id_hash)
            return self._decoder.decode(text)
        except (InvalidTag, ValueError, msgspec.DecodeError):
            return None


def _derive(key: bytes, purpose: str) -> bytes:
    info = f"reminder {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(key)


def _keyed(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
