"""An authenticator in software: makes a passkey and signs with it, or wrongly when told to."""

import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import bytes_to_base64url as text_of

# WebAuthn 3 §6.1: user present, user verified, attested credential data included.
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass(slots=True)
class Authenticator:
    """One key for one site."""

    host: str = "localhost"
    origin: str = "http://localhost"
    flags: int = PRESENT | VERIFIED
    sign_count: int = 0
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer what `navigator.credentials.create` is asked."""
        numbers = self.key.public_key().public_numbers()
        # RFC 9053 §7.1.1: an EC2 key on P-256, for ES256.
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        data = self._data(ATTESTED) + bytes(16) + struct.pack(">H", len(self.credential_id))
        data += self.credential_id + cbor2.dumps(public)
        said = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options["challenge"])
        return self._answer({"clientDataJSON": text_of(client), "attestationObject": text_of(said)})

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer what `navigator.credentials.get` is asked."""
        data = self._data(0)
        client = self._client("webauthn.get", options["challenge"])
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            {
                "clientDataJSON": text_of(client),
                "authenticatorData": text_of(data),
                "signature": text_of(signature),
            }
        )

    def _data(self, more: int) -> bytes:
        head = hashlib.sha256(self.host.encode()).digest()
        return head + struct.pack(">BI", self.flags | more, self.sign_count)

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _answer(self, response: dict[str, str]) -> dict[str, Any]:
        own = text_of(self.credential_id)
        return {"id": own, "rawId": own, "type": "public-key", "response": response,
                "clientExtensionResults": {}}  # fmt: skip
