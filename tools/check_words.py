"""Look for revealing words in everything public; exit 1 when one is there.

`check_words.py PATH…` reads files, and all files below folders except `packs`, which are sealed.
The words stand in pwa/audit/scan/revealing.toml.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pwa.audit.scan.words import Revealing, finds, read_revealing, read_text

#: Compressed twins of files that are read themselves.
SKIPPED = {".br", ".gz"}
SEALED = "packs"


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
        for line, word, context in finds(read_text(path.read_bytes()), revealing):
            found.setdefault((path, line, word), Find(path, line, word, context))
    return count, sorted(found.values())


def main(arguments: list[str]) -> int:
    """Run from the command line: 0 clean, 1 words found, 2 nothing to read."""
    paths = [Path(argument) for argument in arguments]
    missing = [path for path in paths if not path.exists()]
    if not paths or missing:
        print("check_words: no such file or folder:", *missing, file=sys.stderr)
        return 2
    count, found = check(paths, read_revealing())
    if count == 0:
        print("check_words: nothing to read", file=sys.stderr)
        return 2
    for find in found:
        print(find)
    print(f"check_words: {count} files, {len(found)} revealing words")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
