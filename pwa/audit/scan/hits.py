"""What a probe found and how much it looked at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import hyperscan

from pwa.audit.scan.canary import Needle

MAX_HITS_PER_NEEDLE = 50
"""Enough to show where a canary stays; more would only repeat it."""

AROUND_BYTES = 64

HEAD_BYTES = 64
"""What the search is made for; the rest of a longer needle is compared afterwards."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a needle was found; `offset` counts in the decoded view, if any.

    `around` says of what type the bytes before and after are, never what they say.
    """

    name: str
    form: str
    where: str
    offset: int
    around: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.name} ({self.form}) in {self.where} at {self.offset:#x}, {self.around}"


@dataclass(slots=True)
class Scan:
    """The result of one look: the hits, and how much was looked at."""

    hits: list[Hit] = field(default_factory=list)
    places: int = 0
    bytes_read: int = 0
    unread: list[str] = field(default_factory=list)

    def names(self) -> set[str]:
        """Name the canaries that were found."""
        return {hit.name for hit in self.hits}

    def wheres(self) -> set[str]:
        """Name the places where something was found."""
        return {hit.where for hit in self.hits}

    def add(self, other: "Scan") -> None:
        """Take in the result of another look."""
        self.hits += other.hits
        self.places += other.places
        self.bytes_read += other.bytes_read
        self.unread += other.unread

    def __str__(self) -> str:
        size = self.bytes_read / 1e6
        lines = [f"{len(self.hits)} hits in {self.places} places, {size:.1f} MB read"]
        return "\n".join(lines + [str(hit) for hit in self.hits[:40]])


def find(data: bytes, needles: Sequence[Needle], where: str, base: int = 0) -> Iterator[Hit]:
    """Yield every place of every needle in `data`, whose first byte lies at `base`."""
    counts: Counter[int] = Counter()
    found: list[tuple[int, int]] = []

    def note(which: int, _start: int, end: int, _flags: int, _context: object) -> None:
        wanted = needles[which].data
        offset = end - len(wanted[:HEAD_BYTES])
        if counts[which] < MAX_HITS_PER_NEEDLE and data.startswith(wanted, offset):
            counts[which] += 1
            found.append((which, offset))

    if needles:
        _searcher(tuple(needles)).scan(data, match_event_handler=note)
    for which, offset in found:
        needle = needles[which]
        around = surroundings(data, offset, len(needle.data))
        yield Hit(needle.name, needle.form, where, base + offset, around)


def longest(needles: Iterable[Needle]) -> int:
    """Return the length in bytes of the longest needle, 0 without any."""
    return max((len(needle.data) for needle in needles), default=0)


def surroundings(data: bytes, offset: int, size: int) -> str:
    """Name the type of the 64 bytes on either side of a find: text, wide text, zeros or binary."""
    before = data[max(offset - AROUND_BYTES, 0) : offset]
    around = before + data[offset + size : offset + size + AROUND_BYTES]
    zeros = around.count(0)
    # Latin-1 and UTF-8 letters, marks, tabs and line ends.
    letters = sum(byte in b"\t\n\r" or 32 <= byte != 127 for byte in around)
    if zeros >= 0.9 * len(around):
        return "among zeros"
    if letters >= 0.9 * len(around):
        return "among text"
    # Two bytes a letter: every second is zero.
    is_wide = 0.4 * len(around) <= zeros <= 0.6 * len(around)
    return "among wide text" if is_wide and letters >= 0.35 * len(around) else "among binary data"


@lru_cache(maxsize=8)
def _searcher(needles: tuple[Needle, ...]) -> hyperscan.Database:
    """Compile the needles into one search: gigabytes a second, however many there are."""
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    literals = [b"".join(b"\\x%02x" % byte for byte in each.data[:HEAD_BYTES]) for each in needles]
    numbers = list(range(len(literals)))
    database.compile(expressions=literals, ids=numbers, elements=len(literals))
    return database
