"""The memory probe, tried on a small process of our own."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from pwa.audit.scan import memory
from pwa.audit.scan.canary import Needle, make_canary, text_needles
from pwa.audit.scan.processes import tree

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


def test_process_that_has_ended_has_nothing(canary: str) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(10)
    assert memory.scan_memory(ended.pid, text_needles("c", canary)).bytes_read == 0


def test_process_that_ended_unnoticed_by_its_parent_has_nothing(canary: str) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    try:
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        scan = memory.scan_process(ended.pid, text_needles("c", canary))
    finally:
        ended.wait(10)
    assert scan.unread == []
    assert scan.bytes_read == 0
