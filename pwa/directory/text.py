"""What may stand in a text that people will read on a phone: plain words on one line."""

import re
import unicodedata

# Unicode Bidirectional Algorithm (UAX #9, section 2): these turn what follows around.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Wanted inside words of Hindi, Persian and others.
JOINERS = frozenset("\u200c\u200d")
FORMULA = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20]")
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
    kind = unicodedata.category(sign)
    if sign in "<>":
        return "holds < or >: plain words only, no markup"
    if sign == "\ufffd":
        return "holds a sign that was lost when the file was saved: save it as UTF-8"
    if kind in ("Cc", "Zl", "Zp"):
        return "holds a line break or another control character"
    if sign in TURNING:
        return "holds an invisible mark that turns the direction of writing"
    if kind == "Cf" and sign not in JOINERS:
        return "holds an invisible character"
    if kind in ("Cs", "Co") or ord(sign) & 0xFFFF in BAD_ENDINGS:
        return "holds a character that is none"
    return None
