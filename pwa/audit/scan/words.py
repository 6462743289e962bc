"""The revealing words (revealing.toml): find them in any text, however they are spelled."""

import html
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("revealing.toml")
CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,5})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Revealing:
    """The words to look for as one pattern, and the texts in which a find is none."""

    pattern: re.Pattern[str]
    allowed: tuple[str, ...]


def fold(text: str) -> str:
    """Take accents and escapes away, so that every spelling of `víctima` is the same."""
    text = ESCAPED.sub(lambda found: chr(int(found[1] or found[2] or found[3], 16)), text)
    parts = unicodedata.normalize("NFKD", html.unescape(text))
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def read_revealing(path: Path = LIST) -> Revealing:
    """Read the list of words; every allowed text must say why."""
    table = tomllib.loads(path.read_text("utf-8"))
    allowed = [entry["text"] for entry in table.pop("allow", []) if entry["why"]]
    kinds: dict[str, list[str]] = {"words": [], "stems": []}
    for language in table.values():
        for kind, entries in language.items():
            kinds[kind] += entries
    words = "|".join(map(_spelled, kinds["words"]))
    stems = "|".join(map(_spelled, kinds["stems"]))
    letter = r"[^\W\d_]"
    pattern = rf"(?<!{letter})(?:(?:{words})(?!{letter})|(?:{stems}){letter}*)"
    return Revealing(re.compile(pattern, re.IGNORECASE), tuple(map(fold, allowed)))


def languages(path: Path = LIST) -> list[str]:
    """Name the languages of the list, as browsers do."""
    return [name for name in tomllib.loads(path.read_text("utf-8")) if name != "allow"]


def _spelled(phrase: str) -> str:
    """Return the pattern of a phrase, whatever joins its words."""
    return r"[\W_]{0,2}".join(re.escape(word) for word in fold(phrase).split(" "))


def read_text(data: bytes) -> str:
    """Read bytes as text; Latin-1 reads every byte, so pictures are searched as well."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def finds(text: str, revealing: Revealing) -> Iterator[tuple[int, str, str]]:
    """Yield line, word and surroundings of every revealing word in `text`."""
    for number, line in enumerate(text.split("\n"), 1):
        free = fold(line)
        for text_allowed in revealing.allowed:
            free = free.replace(text_allowed, " " * len(text_allowed))
        # The first reading sees any mixture of case, the second words within camelCase.
        for view in (free, CAMEL.sub(" ", free)):
            for found in revealing.pattern.finditer(view):
                around = view[max(0, found.start() - CONTEXT) : found.end() + CONTEXT]
                yield number, found[0].lower(), " ".join(around.split())
