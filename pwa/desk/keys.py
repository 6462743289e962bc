"""The desk's keys, one for each purpose, all derived from `PWA_DESK_KEY` (HKDF, RFC 5869)."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class DeskKeys:
    """What the desk hides things with; a copy of the database alone is of no use without it."""

    root: bytes = field(repr=False)

    def derive(self, purpose: str) -> bytes:
        """Return the key of one purpose."""
        hkdf = HKDF(SHA256(), KEY_BYTES, salt=None, info=f"pwa desk {purpose}".encode())
        return hkdf.derive(self.root)

    def mark(self, purpose: str, text: str) -> str:
        """Return 64 hex digits by which a text is known again, but not read."""
        return hmac.new(self.derive(purpose), text.encode(), hashlib.sha256).hexdigest()

    def seal(self, purpose: str, secret: bytes, owner: str) -> bytes:
        """Encrypt a secret of an owner (AES-256-GCM, nonce first)."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self.derive(purpose)).encrypt(nonce, secret, owner.encode())

    def unseal(self, purpose: str, sealed: bytes, owner: str) -> bytes:
        """Decrypt what `seal` made; raises `InvalidTag` for anything else."""
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        return AESGCM(self.derive(purpose)).decrypt(nonce, rest, owner.encode())


def make_token() -> str:
    """Make a random value for a cookie or a link: 256 bits, safe in a URL."""
    return secrets.token_urlsafe(TOKEN_BYTES)
