"""What is handed over with a kit: the address, its picture, and the start code in spoken words."""

from collections.abc import Mapping, Sequence

import segno
from flask import request
from markupsafe import Markup

from pwa.config import Config
from pwa.covers import COVERS

GROUP = 4
DIGITS: Mapping[str, Sequence[str]] = {
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "es": ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
}


def cover_address(config: Config, cover: str) -> str:
    """Return the whole address of a cover, as somebody types it on their own phone.

    The desk may be on a host of its own, which is none of theirs.
    """
    host = request.host
    if config.desk_host:
        others = [name for name in config.trusted_hosts if name != config.desk_host]
        host = next((name for name in others if not name.startswith(".")), host)
    return f"{request.scheme}://{host}{COVERS[cover].path}"


def picture(address: str) -> Markup:
    """Draw the address as a QR code, as SVG; never anything else."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(border=3, light="#fff", omitsize=True))  # noqa: S704  (made just here)


def groups(code: str) -> list[str]:
    """Return a start code in three groups."""
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def spoken(code: str, language: str) -> list[str]:
    """Return a start code as it is read out, group by group, in the kit's language."""
    words = DIGITS.get(language, DIGITS["en"])
    return [" ".join(words[int(digit)] for digit in group) for group in groups(code)]
