"""What a browser keeps outside its databases, as rows: sessions, stores in JSON, sites' folders."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pwa.audit.scan.folders import below
from pwa.audit.scan.lz4 import decode_moz

Row = tuple[str, ...]

SESSIONS = "sessions: pages"

ALL_SITES = "all sites"
"""What the folders that are no one origin's are shown under."""

JSON_STORES = ("logins.json", "autofill-profiles.json", "notificationstore.json")
"""Firefox's, beside its databases."""

LEVELDB_MARK = "CURRENT"
"""The file that every LevelDB has."""

SITE_DATA = {
    "File System",
    "IndexedDB",
    "Local Storage",
    "Platform Notifications",
    "Service Worker",
    "Session Storage",
}
"""Where Chromium keeps what sites store, and their notifications: in LevelDBs."""

ORIGIN = re.compile(r"https?[_+]+[^/]+")
PORT = re.compile(r"[_+](\d+)(?!\d|\.\d)")
SNSS_HEAD_BYTES = 8
PAGE_COMMANDS = {"Session": 6, "Tabs": 1}
"""The number of Chromium's command that notes down a page of a tab, by the kind of file."""


def session_pages(profile: Path) -> frozenset[Row]:
    """Return the address of each page in the session files, and again with its title."""
    found: set[Row] = set()
    for path in below(profile):
        # Files of older sessions go away; of a damaged one the bytes are looked through anyway.
        with suppress(FileNotFoundError, ValueError):
            for address, title in _pages_of(path, str(path.relative_to(profile))):
                found |= {(address,), (address, title)} if title else {(address,)}
    return frozenset(found)


def json_rows(path: Path) -> frozenset[Row]:
    """Return what stands in a store's lists and tables; what stands beside them is its make."""
    with suppress(ValueError):
        return frozenset(row for row in _leaves(json.loads(path.read_bytes())) if len(row) > 2)
    return frozenset()


def site_stores(profile: Path) -> list[Path]:
    """List the folders in which Chromium and Firefox keep sites' data, and notifications."""
    marks = [path for path in below(profile) if path.name == LEVELDB_MARK]
    leveldbs = [path.parent for path in marks if SITE_DATA & set(path.parts)]
    return leveldbs + [path for path in profile.glob("storage/default/*/*") if path.is_dir()]


def folder_rows(profile: Path) -> dict[str, frozenset[Row]]:
    """Return the names of these folders, those of one origin apart from those of all."""
    found: dict[str, set[Row]] = {}
    for path in site_stores(profile):
        name = str(path.relative_to(profile))
        origin = ORIGIN.search(name)
        if origin:
            table, name = name[: origin.start() - 1], PORT.sub(r":\1", name[origin.start() :])
        else:
            table = ALL_SITES
        found.setdefault(f"{table}: folders", set()).add((name,))
    return {name: frozenset(rows) for name, rows in found.items()}


def _pages_of(path: Path, name: str) -> Iterator[tuple[str, str]]:
    kind = path.name.partition("_")[0]
    if path.parent.name == "Sessions" and kind in PAGE_COMMANDS:
        return _snss_pages(path.read_bytes(), PAGE_COMMANDS[kind])
    if name.startswith("sessionstore"):
        plain = decode_moz(path.read_bytes()) if path.is_file() else None
        return _json_pages(json.loads(plain)) if plain else iter(())
    return iter(())


def _snss_pages(data: bytes, wanted: int) -> Iterator[tuple[str, str]]:
    """Yield address and title of each page; a command is its size, its number and a pickle."""
    at = SNSS_HEAD_BYTES
    while at + 3 <= len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "little")
        if data[at + 2] == wanted:
            # The pickle's own size, the tab and the page's place in it come first.
            address, after = _text(data[at + 3 : end], 12, "utf-8")
            yield address, _text(data[at + 3 : end], after, "utf-16-le")[0]
        at = end


def _text(pickle: bytes, at: int, code: str) -> tuple[str, int]:
    """Read a text of a pickle, and where what follows begins: at a multiple of four."""
    letter_bytes = 2 if code == "utf-16-le" else 1
    size = int.from_bytes(pickle[at : at + 4], "little") * letter_bytes
    return pickle[at + 4 : at + 4 + size].decode(code, "replace"), at + 4 + size + -size % 4


def _json_pages(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if isinstance(value.get("url"), str):
            yield value["url"], str(value.get("title") or "")
        value = list(value.values())
    if isinstance(value, list):
        for inside in value:
            yield from _json_pages(inside)


def _leaves(value: Any, path: Row = ()) -> Iterator[Row]:
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else (("*", each) for each in value)
        for key, inside in pairs:
            yield from _leaves(inside, (*path, key))
    else:
        yield (*path, str(value))
