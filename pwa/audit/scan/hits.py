"""What a probe found and how much it looked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pwa.audit.scan.canary import Needle

MAX_HITS_PER_NEEDLE = 50
"""Enough to show where a canary stays; more would only repeat it."""

AROUND_BYTES = 64


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
    for needle in needles:
        for offset in _offsets(data, needle.data):
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


def _offsets(data: bytes, wanted: bytes) -> Iterator[int]:
    offset = data.find(wanted)
    for _ in range(MAX_HITS_PER_NEEDLE):
        if offset < 0:
            return
        yield offset
        offset = data.find(wanted, offset + 1)
