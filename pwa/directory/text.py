"""What may stand in a text that people will read on a phone: plain words on one line."""

import re
import unicodedata
from collections.abc import Mapping

# Unicode Bidirectional Algorithm (UAX #9, section 2): these turn what follows around.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Wanted inside words of Hindi, Persian and others.
JOINERS = frozenset("\u200c\u200d")
FORMULA = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20]")
MARKUP = "holds < or >: plain words only, no markup"
TURNS = "holds an invisible mark that turns the direction of writing"
SENTENCES: Mapping[str, str] = {
    "<": MARKUP,
    ">": MARKUP,
    "\ufffd": "holds a sign that was lost when the file was saved: save it as UTF-8",
    **dict.fromkeys(TURNING, TURNS),
}
#: By general category; the two kinds of line end are control characters by another name.
BY_CATEGORY: Mapping[str, str] = {
    **dict.fromkeys(("Cc", "Zl", "Zp"), "holds a line break or another control character"),
    "Cf": "holds an invisible character",
    **dict.fromkeys(("Cs", "Co"), "holds a character that is none"),
}
BAD_ENDINGS = (0xFFFE, 0xFFFF)


def tidy(text: str) -> str:
    """Return the text composed (NFC), with single spaces and none at its ends."""
    return re.sub(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+", " ", _composed(text)).strip(" ")


def fault_of(text: str) -> str | None:
    """Say what is wrong with a text; `None` when nothing is."""
    for sign in text:
        found = _fault_of_sign(sign)
        if found is not None:
            return found
    return None


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet could take a cell with this text for a formula."""
    return FORMULA.match(text) is not None


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _fault_of_sign(sign: str) -> str | None:
    if sign in SENTENCES:
        return SENTENCES[sign]
    if sign in JOINERS:
        return None
    is_none = ord(sign) & 0xFFFF in BAD_ENDINGS
    return BY_CATEGORY.get("Co" if is_none else unicodedata.category(sign))
