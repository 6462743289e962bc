"""The keys by which push services know this server (VAPID, RFC 8292), in generations.

A subscription works only with the key it was made under. So each reminder remembers a short name
of that key; the newest key is handed out, older ones go on signing for the reminders they have.
"""

import base64
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pwa.pushsettings import VAPID_ORDER

NAME_DIGITS = 16
SCALAR_BYTES = 32


@dataclass(frozen=True, slots=True)
class Generation:
    """One key pair; `public` is the uncompressed point in base64url, as browsers take it."""

    name: str
    public: str
    private: ec.EllipticCurvePrivateKey = field(repr=False)


def make_scalar() -> bytes:
    """Make a private key."""
    return (1 + secrets.randbelow(VAPID_ORDER - 1)).to_bytes(SCALAR_BYTES)


def read_generation(scalar: bytes) -> Generation:
    """Return the key pair of a private key, a whole number that P-256 has."""
    private = ec.derive_private_key(int.from_bytes(scalar), ec.SECP256R1())
    point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    name = hashlib.sha256(point).hexdigest()[:NAME_DIGITS]
    return Generation(name, base64.urlsafe_b64encode(point).rstrip(b"=").decode(), private)


def read_generations(scalars: Sequence[bytes]) -> tuple[Generation, ...]:
    """Return the key pairs, the newest first."""
    return tuple(read_generation(scalar) for scalar in scalars)
