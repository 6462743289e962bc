"""The processes of one browser: all that descend from the one started, or name its profile."""

import os
import re
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


def belonging(root_pid: int, profile: Path | None = None) -> list[int]:
    """List the tree of a living browser and whatever else was started with its profile's folder.

    Chromium's reporters of crashes can read every process of it and are nobody's children.
    """
    found = tree(root_pid)
    if profile is None or not found:
        return found
    return found + [pid for pid in named_by(profile) if pid not in found]


def named_by(profile: Path) -> list[int]:
    """List the living processes whose command names this folder, or something in it.

    No other folder of like name; and whoever looks is none of the browser's.
    """
    name = re.compile(rf"(?<![^\s=]){re.escape(str(profile))}(?![^\s/])")
    apart = set(_ancestors(os.getpid()))
    pids = [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]
    return [pid for pid in pids if pid not in apart and name.search(_line(pid)) and _parent(pid)]


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
def frozen(root_pid: int, profile: Path | None = None) -> Iterator[list[int]]:
    """Stop every process of the browser for a moment, so that one look sees one instant."""
    stopped = belonging(root_pid, profile)
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


def _ancestors(pid: int) -> Iterator[int]:
    while pid:
        yield pid
        pid = _parent(pid)


def _command(pid: int) -> list[str]:
    return _line(pid).split()


def _line(pid: int) -> str:
    try:
        # Chromium rewrites its command line with spaces in place of the zero bytes.
        raw = (PROC / str(pid) / "cmdline").read_text(errors="replace")
    except OSError:
        return ""
    return raw.replace("\0", " ")
