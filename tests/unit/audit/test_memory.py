"""The memory probe, tried on a small process of our own."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pwa.audit.errors import Unable
from pwa.audit.scan import memory
from pwa.audit.scan.canary import Needle, make_canary, text_needles
from pwa.audit.scan.processes import belonging, named_by, send, tree

PROGRAM = """
import sys
held = [bytes(reversed(part.encode())) for part in sys.stdin.readline().split()]
print("ready", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def canary() -> str:
    return make_canary()


@pytest.fixture
def holder(canary: str) -> Iterator[int]:
    """A process that holds the canary and one child that does not."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(canary[::-1] + "\n")
    process.stdin.flush()
    assert process.stdout.readline() == "ready\n"
    yield process.pid
    process.communicate("\n", timeout=10)


def test_held_string_is_found(holder: int, canary: str) -> None:
    scan = memory.scan_memory(holder, text_needles("c", canary))
    assert {hit.form for hit in scan.hits} == {"utf-8"}
    assert scan.unread == []
    assert scan.bytes_read > 1_000_000


def test_string_that_nobody_holds_is_not_found(holder: int) -> None:
    assert memory.scan_memory(holder, text_needles("c", make_canary())).hits == []


def test_string_across_two_chunks_is_found_once(
    holder: int, canary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = memory.scan_process(holder, text_needles("c", canary)).hits
    # Chunks of one page make every second page boundary a chunk boundary.
    monkeypatch.setattr(memory, "CHUNK_BYTES", memory.PAGE_BYTES)
    wide = Needle("page", "raw", bytes(memory.PAGE_BYTES - 64) + bytes(range(1, 65)))
    assert memory.scan_process(holder, [*text_needles("c", canary), wide]).hits == whole


def test_process_runs_on_after_it_was_looked_at(holder: int, canary: str) -> None:
    memory.scan_memory(holder, text_needles("c", canary))
    assert tree(holder) == [holder]


def test_browser_that_has_ended_cannot_be_looked_at(canary: str, tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(10)
    for profile in (None, tmp_path):
        with pytest.raises(Unable, match="no process"):
            memory.scan_memory(ended.pid, text_needles("c", canary), profile)


def test_rest_of_a_chunk_is_read_when_less_came_than_was_asked_for(
    holder: int, canary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = memory.scan_process(holder, text_needles("c", canary))
    pread = os.pread

    def little(descriptor: int, size: int, at: int) -> bytes:
        return pread(descriptor, min(size, memory.PAGE_BYTES), at)

    monkeypatch.setattr(os, "pread", little)
    scan = memory.scan_process(holder, text_needles("c", canary))
    assert {hit.where for hit in scan.hits} == {hit.where for hit in whole.hits} != set()
    assert scan.bytes_read == whole.bytes_read
    assert scan.unread == []


def test_page_that_cannot_be_read_is_told_and_hides_only_itself(
    holder: int, canary: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    needles = text_needles("c", canary)
    whole = memory.scan_process(holder, needles)
    lost = middle_of_a_run(holder, {hit.offset // memory.PAGE_BYTES for hit in whole.hits})
    pread = os.pread

    def with_a_hole(descriptor: int, size: int, at: int) -> bytes:
        is_memory = os.readlink(f"/proc/self/fd/{descriptor}").endswith("/mem")
        if is_memory and at == lost:
            raise OSError(errno.EIO, "device")
        return pread(descriptor, lost - at if is_memory and at < lost < at + size else size, at)

    monkeypatch.setattr(os, "pread", with_a_hole)
    scan = memory.scan_process(holder, needles)
    assert scan.names() == {"c"}
    assert scan.bytes_read == whole.bytes_read - memory.PAGE_BYTES
    [told] = scan.unread
    assert told.endswith(f": {memory.PAGE_BYTES} bytes")


def middle_of_a_run(pid: int, apart: set[int]) -> int:
    """Return where a page lies between others in the longest stretch in use; none of `apart`."""
    with Path(f"/proc/{pid}/pagemap").open("rb", buffering=0) as pagemap:
        runs = [run for area in memory.areas(pid) for run in memory._runs(pagemap.fileno(), area)]
    start, size = max(runs, key=lambda run: run[1])
    inside = range(start + memory.PAGE_BYTES, start + size - memory.PAGE_BYTES, memory.PAGE_BYTES)
    return next(at for at in inside if at // memory.PAGE_BYTES not in apart)


ORPHAN = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", sys.argv[1], *sys.argv[2:]])
"""


def test_process_that_is_nobodys_child_but_names_the_profile_is_looked_at(
    holder: int, canary: str, tmp_path: Path
) -> None:
    """As Chromium's reporters of crashes do; one of a profile of like name is another browser's."""
    mine, other = tmp_path / "profile-1", tmp_path / "profile-10"
    hold = f"held = bytes(reversed({canary[::-1]!r}.encode()))\nimport signal\nsignal.pause()"
    for profile in (mine, other):
        word = f"--database={profile}/Crash Reports"
        subprocess.run([sys.executable, "-c", ORPHAN, hold, word], check=True, timeout=20)
    found = {profile: named_by(profile) for profile in (mine, other)}
    try:
        [reporter], [stranger] = found[mine], found[other]
        assert reporter != stranger
        assert belonging(holder, mine) == [holder, reporter]
        assert tree(holder) == [holder]
        scan = memory.scan_memory(holder, text_needles("c", canary), mine)
        assert {hit.where.split()[1] for hit in scan.hits} == {str(holder), str(reporter)}
    finally:
        for pid in (*found[mine], *found[other]):
            send(pid, signal.SIGKILL)


def test_process_that_ended_unnoticed_by_its_parent_has_nothing(canary: str) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    try:
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        scan = memory.scan_process(ended.pid, text_needles("c", canary))
    finally:
        ended.wait(10)
    assert scan.unread == []
    assert scan.bytes_read == 0
