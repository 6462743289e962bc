"""The processes of one browser: all that descend from the one that was started."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROC = Path("/proc")


def tree(root_pid: int) -> list[int]:
    """List the living processes that descend from `root_pid`, itself first."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            parent = _parent(int(entry.name))
            children.setdefault(parent, []).append(int(entry.name))
    found = [root_pid] if _parent(root_pid) else []
    for pid in found:
        found += children.get(pid, [])
    return found


def kind(pid: int) -> str:
    """Name what a process does: `renderer` (it draws pages), `gpu-process`, …; else `browser`."""
    words = _command(pid)
    for word in words:
        # Chromium.
        if word.startswith("--type="):
            return word.removeprefix("--type=")
    if "-contentproc" in words:
        # Firefox names the kind last.
        return "renderer" if words[-1] == "tab" else words[-1]
    program = Path(words[0]).name if words else ""
    # WebKitGTK has a program for each kind.
    return {"WebKitWebProcess": "renderer", "WebKitNetworkProcess": "network"}.get(
        program, "browser"
    )


def renderers(root_pid: int) -> set[int]:
    """Return the ids of the processes that draw pages."""
    return {pid for pid in tree(root_pid) if kind(pid) == "renderer"}


@contextmanager
def frozen(root_pid: int) -> Iterator[list[int]]:
    """Stop every process of the tree for a moment, so that one look sees one instant."""
    stopped = tree(root_pid)
    try:
        for pid in stopped:
            send(pid, signal.SIGSTOP)
        yield stopped
    finally:
        for pid in reversed(stopped):
            send(pid, signal.SIGCONT)


def send(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process of our own that may have ended already."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _parent(pid: int) -> int:
    """Return the parent's id; 0 when the process has ended."""
    try:
        stat = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return 0
    # proc(5): pid (name) state ppid; the name may hold spaces and brackets.
    state, parent = stat.rpartition(")")[2].split()[:2]
    return 0 if state in "ZX" else int(parent)


def _command(pid: int) -> list[str]:
    try:
        # Chromium rewrites its command line with spaces in place of the zero bytes.
        raw = (PROC / str(pid) / "cmdline").read_text(errors="replace")
    except OSError:
        return []
    return raw.replace("\0", " ").split()
