"""Read what Chromium's own databases remember of the pages that were shown."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pwa.audit.scan import sqlite
from pwa.audit.scan.folders import below

_ADDRESS = re.compile(rb"https?://[\x21-\x7e]+")
_WIDE_ADDRESS = re.compile(rb"h\0t\0t\0p\0(?:s\0)?:\0/\0/\0(?:[\x21-\x7e]\0)+")


@dataclass(frozen=True, slots=True)
class Records:
    """Addresses and titles in the history, icon and session files of one profile."""

    urls: frozenset[str]
    titles: frozenset[str]
    icons: frozenset[str]
    sessions: frozenset[str]


def read_records(profile: Path) -> Records:
    """Read a profile whose browser has ended: only then is everything written."""
    default = profile / "Default"
    history = _rows(default / "History", "SELECT url, title FROM urls")
    icons = _rows(default / "Favicons", "SELECT page_url, '' FROM icon_mapping")
    return Records(
        urls=frozenset(url for url, _ in history),
        titles=frozenset(title for _, title in history),
        icons=frozenset(url for url, _ in icons),
        sessions=read_sessions(profile),
    )


def read_sessions(profile: Path) -> frozenset[str]:
    """Read the addresses in a profile's session files; the browser may run."""
    found: set[str] = set()
    for path in below(profile / "Default" / "Sessions"):
        # Files of older sessions go away.
        with suppress(FileNotFoundError):
            found |= _addresses(path.read_bytes())
    return frozenset(found)


def _addresses(data: bytes) -> set[str]:
    narrow = {match.decode() for match in _ADDRESS.findall(data)}
    return narrow | {match.decode("utf-16-le") for match in _WIDE_ADDRESS.findall(data)}


def _rows(path: Path, query: str) -> list[tuple[str, str]]:
    if not path.exists():
        return []
    with sqlite.opened(path, sqlite.readable) as connection:
        return [(str(first), str(second)) for first, second in connection.execute(query)]
