"""Look for needles in the memory of every process of a browser (Linux, as its owner)."""

import os
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pwa.audit.errors import Unable
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.hits import Scan, find, longest
from pwa.audit.scan.processes import PROC, frozen, kind

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
CHUNK_BYTES = 8 * 1024 * 1024
_PAGEMAP_STEP = 4096
_IS_IN_USE = 3 << 62
"""Bits of a pagemap entry that say: in memory, or swapped out (proc(5))."""

_KERNEL_AREAS = ("[vvar]", "[vvar_vclock]", "[vsyscall]")
_MAPS_LINE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Area:
    """One mapped stretch of a process."""

    start: int
    end: int
    name: str


def scan_memory(root_pid: int, needles: Sequence[Needle], profile: Path | None = None) -> Scan:
    """Stop the whole browser, look through all of its memory and let it go on.

    With `profile`, processes that name it count as well. Raises `Unable` when none was there: of a
    browser that has ended nothing can be said.
    """
    scan = Scan()
    with frozen(root_pid, profile) as pids:
        for pid in pids:
            scan.add(scan_process(pid, needles))
    if scan.bytes_read == 0:
        raise Unable("no process of the browser was there to be looked at")
    return scan


def scan_process(pid: int, needles: Sequence[Needle]) -> Scan:
    """Look through everything that one process has in memory and could have written."""
    scan = Scan(places=1)
    overlap = max(longest(needles) - 1, 0)
    label = f"{kind(pid)} {pid}"
    try:
        with (
            open(PROC / str(pid) / "mem", "rb", buffering=0) as memory,
            open(PROC / str(pid) / "pagemap", "rb", buffering=0) as pagemap,
        ):
            for area in areas(pid):
                tail, tail_end = b"", -1
                missed = 0
                for first, size in _runs(pagemap.fileno(), area):
                    missed += size
                    for start, data in _read(memory.fileno(), first, size):
                        scan.bytes_read += len(data)
                        missed -= len(data)
                        if tail_end == start:
                            data, start = tail + data, start - len(tail)
                        scan.hits += find(data, needles, f"{label} {area.name}", start)
                        tail, tail_end = data[len(data) - overlap :], start + len(data)
                if missed:
                    scan.unread.append(f"{label} {area.name}: {missed} bytes")
    except (FileNotFoundError, ProcessLookupError):
        # It ended on its own, and its memory with it; its parent may not have noticed yet.
        return scan
    except OSError as error:
        scan.unread.append(f"{label}: {error.strerror}")
    # The overlap shows a short needle at the end of a chunk twice.
    scan.hits = list(dict.fromkeys(scan.hits))
    return scan


def areas(pid: int) -> Iterator[Area]:
    """List what a process can have written: all but read-only views of disk files."""
    text = (PROC / str(pid) / "maps").read_text()
    for match in filter(None, map(_MAPS_LINE.match, text.splitlines())):
        start, end, rights, inode, name = match.groups()
        is_disk_file = inode != "0" and not _is_memory_file(name)
        can_hold = rights[1] == "w" or not is_disk_file
        if rights[0] == "r" and can_hold and name not in _KERNEL_AREAS:
            yield Area(int(start, 16), int(end, 16), name or "anonymous memory")


def _is_memory_file(name: str) -> bool:
    # Names to compare with, no files of ours.
    in_memory = name.startswith(("/memfd:", "/dev/shm/", "/SYSV"))  # noqa: S108
    return in_memory or name.endswith("(deleted)")


def _runs(pagemap: int, area: Area) -> Iterator[tuple[int, int]]:
    """Yield (address, bytes) of the stretches in use, none longer than a chunk."""
    most = CHUNK_BYTES // PAGE_BYTES
    first: int | None = None
    page, last = area.start // PAGE_BYTES, area.end // PAGE_BYTES
    while page < last:
        entries = array("Q", os.pread(pagemap, 8 * min(_PAGEMAP_STEP, last - page), 8 * page))
        if not entries:
            break
        if first is None and max(entries) < 1 << 62:
            page += len(entries)
            continue
        for entry in entries:
            if first is not None and (not entry & _IS_IN_USE or page - first >= most):
                yield first * PAGE_BYTES, (page - first) * PAGE_BYTES
                first = None
            if first is None and entry & _IS_IN_USE:
                first = page
            page += 1
    if first is not None:
        yield first * PAGE_BYTES, (page - first) * PAGE_BYTES


def _read(memory: int, start: int, size: int) -> Iterator[tuple[int, bytes]]:
    """Yield (address, bytes) of what can be read; a page that cannot hides only itself."""
    end = start + size
    while start < end:
        try:
            data = os.pread(memory, end - start, start)
        except OSError:
            data = b""
        if data:
            yield start, data
            # What came may be less than what was asked for.
            start += len(data)
        else:
            start += PAGE_BYTES - start % PAGE_BYTES
