"""Look for revealing words (content/revealing.toml) in everything public; exit 1 when one is there.

`check_words.py PATH…` reads files, and all files below folders except `packs`, which are sealed.
"""

import html
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "content" / "revealing.toml"
#: Compressed twins of files that are read themselves.
SKIPPED = {".br", ".gz"}
SEALED = "packs"
CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,5})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Revealing:
    """The words to look for as one pattern, and the texts in which a find is none."""

    pattern: re.Pattern[str]
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Find:
    """One revealing word in one place."""

    path: Path
    line: int
    word: str
    context: str

    def __str__(self) -> str:
        """Return the find as file:line:word, with what stands around it."""
        return f"{self.path}:{self.line}:{self.word}  …{self.context}…"


def fold(text: str) -> str:
    """Take accents and escapes away, so that every spelling of `víctima` is the same."""
    text = ESCAPED.sub(lambda found: chr(int(found[1] or found[2] or found[3], 16)), text)
    parts = unicodedata.normalize("NFKD", html.unescape(text))
    return "".join(part for part in parts if not unicodedata.combining(part))


def read_revealing(path: Path) -> Revealing:
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


def _spelled(phrase: str) -> str:
    """Return the pattern of a phrase, whatever joins its words."""
    return r"[\W_]{0,2}".join(re.escape(word) for word in fold(phrase).split(" "))


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


def public_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files to read, in order."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            is_sealed = SEALED in file.relative_to(path).parts
            if file.is_file() and file.suffix not in SKIPPED and not is_sealed:
                yield file


def check(paths: Iterable[Path], revealing: Revealing) -> tuple[int, list[Find]]:
    """Return how many files were read and every find, each word once a line."""
    count = 0
    found: dict[tuple[Path, int, str], Find] = {}
    for path in public_files(paths):
        count += 1
        # Latin-1 reads every byte: pictures are searched for words as well.
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        for line, word, context in finds(text, revealing):
            found.setdefault((path, line, word), Find(path, line, word, context))
    return count, sorted(found.values())


def main(arguments: list[str]) -> int:
    """Run from the command line: 0 clean, 1 words found, 2 nothing to read."""
    paths = [Path(argument) for argument in arguments]
    missing = [path for path in paths if not path.exists()]
    if not paths or missing:
        print("check_words: no such file or folder:", *missing, file=sys.stderr)
        return 2
    count, found = check(paths, read_revealing(LIST))
    if count == 0:
        print("check_words: nothing to read", file=sys.stderr)
        return 2
    for find in found:
        print(find)
    print(f"check_words: {count} files, {len(found)} revealing words")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
