"""Which passwords are refused: short ones, and those that are mostly what everybody uses.

A list of whole passwords misses the same word with another year behind it. So a password is taken
apart instead: known words, runs of the keyboard, repeats, years and the person's own names count
for little, everything else counts as it is, and the sum must reach a least.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from itertools import pairwise

MIN_LENGTH = 12
MAX_LENGTH = 256
MIN_WORD = 3
# Four common words, or eight characters that nothing explains.
LEAST = 8
WORD_WORTH = 2
RUN_WORTH = 1
KEYS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "1qaz2wsx3edc4rfv5tgb",
        "!@#$%^&*()_+")  # fmt: skip
LOOKS_LIKE = str.maketrans("0134578@$!|", "oieastbasil")
ONE_IS_L = str.maketrans("01345789@$!|", "oleastbgasil")
YEAR = re.compile(r"(?:19|20)\d\d")

TOO_SHORT = f"Use at least {MIN_LENGTH} characters. Four or five words are easy to keep in mind."
TOO_LONG = f"Use at most {MAX_LENGTH} characters."
TOO_COMMON = (
    "This is close to what many people use, or to a name at your agency. "
    "Take four or five words that have nothing to do with each other."
)


def fault(password: str, own_words: Iterable[str] = ()) -> str | None:
    """Say what is wrong with a password; `None` when it can be used.

    `own_words` are the person's and the agency's names and address.
    """
    text = normal(password)
    if len(text) < MIN_LENGTH:
        return TOO_SHORT
    if len(text) > MAX_LENGTH:
        return TOO_LONG
    own = {part for word in own_words for part in re.split(r"[^\w]+|_", _plain(word.lower()))}
    own = {part for part in own if len(part) >= MIN_WORD}
    lower = _plain(text.lower())
    # As typed, and with digits read as the letters that they stand in for.
    forms = {lower, lower.translate(LOOKS_LIKE), lower.translate(ONE_IS_L)}
    return TOO_COMMON if min(_worth(form, own) for form in forms) < LEAST else None


def normal(password: str) -> str:
    """Return a password in one form, whichever keyboard it came from (RFC 8265 §4.2)."""
    return unicodedata.normalize("NFC", password)


def _plain(text: str) -> str:
    """Return a text without accents and the like."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def _worth(text: str, own: set[str]) -> int:
    seen: set[str] = set()
    worth = 0

    def take(found: re.Match[str]) -> str:
        nonlocal worth
        word = found[0]
        if word not in seen and word not in own:
            worth += WORD_WORTH
        seen.add(word)
        return " "

    rest = _pattern(own).sub(take, YEAR.sub(" ", text))
    pieces = rest.split()
    return worth + sum(_own_worth(piece) for piece in set(pieces))


def _own_worth(piece: str) -> int:
    """Count the characters that neither repeat nor follow from the one before."""
    if not piece:
        return 0
    new = sum(1 for one, two in pairwise(piece) if one != two and not _follows(one, two))
    # "abcabcabc" is worth no more than "abc".
    return min(new + RUN_WORTH, 2 * len(set(piece)))


def _follows(one: str, two: str) -> bool:
    return any(one + two in keys or two + one in keys for keys in KEYS)


def _pattern(own: set[str]) -> re.Pattern[str]:
    words = sorted(own | _common(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    text = (resources.files("pwa.desk.people") / "common.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split() if len(word) >= MIN_WORD)
