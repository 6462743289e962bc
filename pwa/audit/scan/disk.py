"""Look for needles in every file of a profile, packed, deleted and in databases too."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from pwa.audit.scan import box, boxrows, leveldb, sqlite
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.folders import below
from pwa.audit.scan.hits import Scan, find
from pwa.audit.scan.processes import PROC, belonging
from pwa.audit.scan.views import views

MAX_FILE_BYTES = 512 * 1024 * 1024


def scan_disk(profile: Path, needles: Sequence[Needle], root_pid: int | None = None) -> Scan:
    """Look through a profile and, with `root_pid`, files deleted but still open."""
    scan = Scan()
    for path in below(profile):
        if path.is_file() and not path.is_symlink():
            _scan_file(path, str(path.relative_to(profile)), needles, scan)
    for name, path in deleted_files(belonging(root_pid, profile) if root_pid else ()):
        _scan_file(path, name, needles, scan)
    for path in below(profile):
        # Names can speak as well as contents.
        scan.hits += find(str(path.relative_to(profile)).encode(), needles, "file name")
    return scan


def deleted_files(pids: Sequence[int]) -> Iterator[tuple[str, Path]]:
    """List deleted files that a process still holds open: name, way to read."""
    for pid in pids:
        folder = PROC / str(pid) / "fd"
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            try:
                target = os.readlink(folder / name)
            except OSError:
                continue
            if target.endswith("(deleted)"):
                yield f"{target} open in {pid}", folder / name


def _scan_file(path: Path, label: str, needles: Sequence[Needle], scan: Scan) -> None:
    try:
        data = _read(path)
    except OSError as error:
        if path.exists():
            scan.unread.append(f"{label}: {error.strerror}")
        return
    scan.places += 1
    scan.bytes_read += len(data)
    for how, inside in whole_views(path, data):
        scan.hits += find(inside, needles, f"{label} ({how})" if how else label)


def whole_views(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (how, bytes) for a file's bytes, what is packed in them, its records and its cells.

    Of a box also what the cover keeps in it.
    """
    yield from views(data)
    yield from box.cover_views(data)
    if path.suffix == ".log":
        for record in leveldb.log_records(data):
            yield from ((f"LevelDB log {how}".strip(), inside) for how, inside in views(record, 1))
    if data.startswith(sqlite.MAGIC):
        for cell in _cells(path):
            yield from ((f"SQLite {how}".strip(), inside) for how, inside in views(cell, 1))
        for kept in _boxes(path):
            yield from ((f"SQLite {how}", inside) for how, inside in box.cover_views(kept))


def _read(path: Path) -> bytes:
    """Read a file without its holes: shared memory is mostly holes."""
    parts: list[bytes] = []
    with open(path, "rb", buffering=0) as file:
        descriptor = file.fileno()
        end = min(os.fstat(descriptor).st_size, MAX_FILE_BYTES)
        at = 0
        while at < end:
            try:
                at = os.lseek(descriptor, at, os.SEEK_DATA)
                stop = os.lseek(descriptor, at, os.SEEK_HOLE)
            except OSError:
                break
            parts.append(os.pread(descriptor, min(stop, end) - at, at))
            at = stop
    return b"".join(parts)


def _cells(path: Path) -> Iterator[bytes]:
    """Yield every text and blob of a database with its write-ahead log applied."""
    try:
        with sqlite.opened(path) as connection:
            for _, rows in sqlite.tables(connection):
                for row in rows:
                    yield b"\0\0".join(cell for cell in row if isinstance(cell, bytes))
    except sqlite3.Error:
        # Damaged, or made by a newer SQLite: its raw pages were seen already.
        return


def _boxes(path: Path) -> list[bytes]:
    try:
        with sqlite.opened(path) as connection:
            return list(boxrows.boxes(connection))
    except sqlite3.Error:
        return []
