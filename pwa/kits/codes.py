"""Start codes: 8 random digits and 4 check digits, a pure modulus system as in ISO 7064.

A code is whole when the number it writes leaves 1 on division by 9949: ordinary typing is one
with a chance of 1 in 9949, and every single wrong digit or swap of two neighbours is caught.
"""

import re
from collections.abc import Callable

MODULUS = 9949
RANDOM_DIGITS = 8
CHECK_DIGITS = 4
DIGITS = RANDOM_DIGITS + CHECK_DIGITS
MAX_TYPED = 40

RandomBelow = Callable[[int], int]


def make_code(random_below: RandomBelow) -> str:
    """Make a code of 12 digits, the first not 0."""
    least = 10 ** (RANDOM_DIGITS - 1)
    head = least + random_below(9 * least)
    check = (1 - head * 10**CHECK_DIGITS) % MODULUS
    return f"{head}{check:0{CHECK_DIGITS}d}"


def read_code(typed: str) -> str | None:
    """Return the 12 digits of a code as somebody typed it; `None` when it is not one."""
    if len(typed) > MAX_TYPED:
        return None
    digits = re.sub(r"[ .-]", "", typed)
    if not re.fullmatch(rf"[1-9][0-9]{{{DIGITS - 1}}}", digits):
        return None
    return digits if int(digits) % MODULUS == 1 else None


def show_code(code: str) -> str:
    """Write a code in three groups, as it is read out and typed."""
    return " ".join(code[start : start + 4] for start in range(0, DIGITS, 4))
