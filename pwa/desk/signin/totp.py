"""Codes of an authenticator app (TOTP, RFC 6238): six digits, 30 seconds, each good once."""

import base64
import hmac
import secrets

import pyotp
import segno
from markupsafe import Markup

STEP_S = 30
# One step early or late: clocks differ, and typing takes time.
WINDOW = 1
# RFC 4226 §4 R6: 160 bits.
SECRET_BYTES = 20
ISSUER = "Desk"


def make_secret() -> str:
    """Make a random secret, in base 32 as apps want it."""
    return to_base32(secrets.token_bytes(SECRET_BYTES))


def to_base32(secret: bytes) -> str:
    """Write the first 160 bits of a secret in base 32."""
    return base64.b32encode(secret[:SECRET_BYTES]).decode()


def find_step(secret: str, code: str, now_s: float, *, after: int) -> int | None:
    """Return the step whose code this is; `None` for wrong codes and steps up to `after`.

    RFC 6238 §5.2: a code is not accepted a second time.
    """
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) == 6):
        return None
    present = int(now_s) // STEP_S
    maker = pyotp.TOTP(secret)
    found = None
    for step in range(present - WINDOW, present + WINDOW + 1):
        is_same = hmac.compare_digest(maker.generate_otp(step), digits)
        if is_same and step > after:
            found = step
    return found


def address(secret: str, email: str) -> str:
    """Return what an authenticator app reads from the picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def picture(text: str) -> Markup:
    """Draw a QR code as SVG, black on white in every colour scheme."""
    code = segno.make(text, error="m", micro=False)
    return Markup(code.svg_inline(scale=4, border=3, light="#fff"))  # noqa: S704  (made just here)


def spaced(secret: str) -> str:
    """Write a secret in groups of four, to be typed by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
