"""Canaries: planted strings and keys, and each form their bytes could stay behind in."""

import base64
import secrets
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MIN_NEEDLE_BYTES = 8
"""Shorter needles would turn up by chance."""


@dataclass(frozen=True, slots=True)
class Needle:
    """Bytes to look for: which canary they come from and in which form."""

    name: str
    form: str
    data: bytes

    def __post_init__(self) -> None:
        if len(self.data) < MIN_NEEDLE_BYTES:
            raise ValueError(f"needle {self.name} ({self.form}) is too short to be certain")


def make_canary(letters: int = 16, choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Make a fresh random lower-case word that nothing else on the machine contains."""
    return "".join(choose(string.ascii_lowercase) for _ in range(letters))


def text_needles(name: str, text: str) -> tuple[Needle, ...]:
    """List a text's forms: UTF-8, Latin-1, UTF-16LE and base64 at three alignments."""
    utf8 = text.encode()
    forms = {"utf-8": utf8, "utf-16le": text.encode("utf-16-le")}
    latin = text.encode("latin-1", errors="ignore")
    if latin != utf8 and latin.decode("latin-1") == text:
        forms["latin-1"] = latin
    return _needles(name, forms) + _base64_needles(name, utf8)


def key_needles(name: str, key: bytes) -> tuple[Needle, ...]:
    """List a key's forms: raw, hexadecimal in both cases, base64 at three alignments."""
    digits = key.hex()
    forms = {"raw": key, "hex": digits.encode(), "hex upper": digits.upper().encode()}
    return _needles(name, forms) + _base64_needles(name, key)


def _needles(name: str, forms: dict[str, bytes]) -> tuple[Needle, ...]:
    return tuple(Needle(name, form, data) for form, data in forms.items())


def _base64_needles(name: str, data: bytes) -> tuple[Needle, ...]:
    found: dict[bytes, str] = {}
    for before in range(3):
        # Only characters that hang on `data` alone (RFC 4648 section 4: 6 bits each).
        first = -(-8 * before // 6)
        last = 8 * (before + len(data)) // 6
        encoded = base64.b64encode(bytes(before) + data)[first:last]
        found.setdefault(encoded, f"base64 at {before}")
        web = encoded.translate(bytes.maketrans(b"+/", b"-_"))
        found.setdefault(web, f"base64url at {before}")
    return tuple(
        Needle(name, form, encoded)
        for encoded, form in found.items()
        if len(encoded) >= MIN_NEEDLE_BYTES
    )
