"""What is entered into a cover: what opens a space, what erases one, and the usual."""

from collections.abc import Callable
from itertools import product
from random import SystemRandom

CHANCE = SystemRandom()
ERASERS = {"list": "candles string tape glue", "calculator": "95*31-84/7+620"}
USUAL = {"list": "bread", "calculator": "12+30"}

WORDS = (
    *("green", "kettle", "walks", "quiet", "stairs", "amber", "bridge", "clouds", "drum", "early"),
    *("feather", "garden", "harbour", "island", "jacket", "ladder", "mirror", "north", "orchard"),
    *("pebble", "quarter", "ribbon", "silver", "tunnel", "umbrella", "velvet", "window", "yellow"),
    *("zebra", "basket", "copper", "dancing", "engine", "forest", "granite", "hollow", "juniper"),
    *("lantern", "meadow", "nickel", "olive", "parcel", "raincoat", "saddle", "thunder", "willow"),
)
"""Six of them in a row, chosen anew, stand nowhere else."""

MANY = 6
ROWS = ("1234567890123", "147258369", "741852963", "789456123")
"""Digits that lie side by side: the app takes no sum that mostly runs along them."""

RUN = 4
SHOWN = str.maketrans({"*": "×", "/": "÷", "-": "\u2212"})


def make_secret(cover: str) -> str:
    """Make a fresh secret of a cover; everything random in it is chosen anew."""
    return MAKERS[cover]()


def shown_forms(secret: str) -> list[str]:
    """Return the other ways in which a sum is shown: with its signs, and with room around them."""
    signs = secret.translate(SHOWN)
    if signs == secret:
        return []
    spaced = signs
    for sign in "×÷\u2212+":
        spaced = spaced.replace(sign, f" {sign}\u00a0")
    return [signs, spaced, spaced.replace("\u00a0", " ")]


def _phrase() -> str:
    return " ".join(CHANCE.sample(WORDS, MANY))


def _sum() -> str:
    while True:
        # Every digit but one is another, and none is a nought: any order makes a sum.
        digits = [*CHANCE.sample("123456789", 9), CHANCE.choice("123456789")]
        if not _runs("".join(digits)):
            a, b, c, d, e = (
                "".join(digits[start:end])
                for start, end in ((0, 2), (2, 4), (4, 6), (6, 7), (7, 10))
            )
            return f"{a}*{b}-{c}/{d}+{e}"


def _runs(digits: str) -> bool:
    pieces = [digits[at : at + RUN] for at in range(len(digits) - RUN + 1)]
    rows = [*ROWS, *(row[::-1] for row in ROWS)]
    return any(piece in row for piece, row in product(pieces, rows))


MAKERS: dict[str, Callable[[], str]] = {"list": _phrase, "calculator": _sum}
