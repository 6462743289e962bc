"""The server's signature under a sheet: ECDSA on P-256 with SHA-256 (FIPS 186-5).

Every browser that can run the app can verify it by WebCrypto, which wants the two numbers of a
signature one after the other (IEEE P1363) and a public key as an uncompressed point (SEC 1).
"""

import base64
import hashlib
import hmac

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

CURVE = ec.SECP256R1()
# Order of the curve's group (SEC 2, section 2.4.2).
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
NUMBER_BYTES = 32
PURPOSE = b"sheet 1\n"


class Signer:
    """Signs texts with the key that comes from one secret of the server."""

    def __init__(self, secret: bytes) -> None:
        """Derive the key: twice as many bits as the order has, so that none is likelier."""
        wide = hmac.new(secret, b"sign 1", hashlib.sha512).digest()
        self._key = ec.derive_private_key(int.from_bytes(wide, "big") % (ORDER - 1) + 1, CURVE)

    def sign(self, text: bytes) -> str:
        """Return the signature of a text as base64."""
        r, s = decode_dss_signature(self._key.sign(PURPOSE + text, ec.ECDSA(hashes.SHA256())))
        return _written(r.to_bytes(NUMBER_BYTES, "big") + s.to_bytes(NUMBER_BYTES, "big"))

    @property
    def public_key(self) -> str:
        """Return the public key as base64."""
        point = serialization.PublicFormat.UncompressedPoint
        return _written(self._key.public_key().public_bytes(serialization.Encoding.X962, point))


def _written(data: bytes) -> str:
    return base64.b64encode(data).decode()
