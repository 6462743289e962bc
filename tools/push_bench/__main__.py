"""`make bench-push`: sending beside the documented loop and a bare client, and what grows.

All in one run on one machine. Sends per second are given for the sending process's own processor
time, which other programs on the machine hardly touch, and for the clock on the wall.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pwa import db
from pwa.reminders.lane import BATCH
from tests.support.databases import private_cluster
from tools.push_bench import stored

ROUNDS = 3
LOOP_COUNT = 300
BARE_COUNT = 10_000
OURS_COUNT = 20_000
MEMORY_COUNTS = (5_000, 50_000)
OUT = Path("build/bench/push.md")


@dataclass(frozen=True, slots=True)
class Run:
    """One measured run of one way."""

    count: int
    wall_s: float
    cpu_s: float
    held_kib: Sequence[int]


@contextmanager
def running_sink() -> Iterator[int]:
    """Run the sink in a process of its own; give its port."""
    command = [sys.executable, "-m", "tools.push_bench.sink"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.communicate(timeout=20)


def run(way: str, count: int, port: int, url: str = "") -> Run:
    """Measure one way in a process of its own."""
    command = [sys.executable, "-m", "tools.push_bench.ways", way, str(count), str(port), url]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def per_core(runs: Sequence[Run]) -> float:
    """Return the median sends per second of processor time."""
    return statistics.median(each.count / each.cpu_s for each in runs)


def per_wall(runs: Sequence[Run]) -> float:
    """Return the median sends per second on the wall."""
    return statistics.median(each.count / each.wall_s for each in runs)


def compare(urls: dict[str, str]) -> list[str]:
    """Measure every way in turn, some rounds long, and return a table."""
    ways = {"documented `webpush()` loop": ("loop", LOOP_COUNT, "")}
    ways["bare aiohttp, same bytes"] = ("bare", BARE_COUNT, "")
    ways |= {f"ours, {name}": ("ours", OURS_COUNT, url) for name, url in urls.items()}
    found: dict[str, list[Run]] = {name: [] for name in ways}
    with running_sink() as port:
        for _ in range(ROUNDS):
            for name, (way, count, url) in ways.items():
                found[name].append(run(way, count, port, url))
    loop, bare = (per_core(found[name]) for name in list(ways)[:2])
    lines = [
        "| way | sends/s for one core | sends/s on the wall | × the loop | × the bare client |",
        "|---|---|---|---|---|",
    ]
    for name, runs in found.items():
        core = per_core(runs)
        times = f"{core / loop:.1f} | {core / bare:.2f}"
        lines.append(f"| {name} | {core:,.0f} | {per_wall(runs):,.0f} | {times} |")
    return lines


def compare_stored(urls: dict[str, str]) -> list[str]:
    """Time a batch with ever more reminders stored, and return a table."""
    lines = [
        f"| database | stored | claim {BATCH}, ms | write {BATCH}, ms "
        "| look when nothing is due, ms |",
        "|---|---|---|---|---|",
    ]
    for name, url in urls.items():
        engine = db.open_database(url, asks_first=False)
        with engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM reminder")
        for each in stored.measure(engine):
            times = f"{each.claim_ms:.1f} | {each.settle_ms:.1f} | {each.nothing_ms:.2f}"
            lines.append(f"| {name} | {each.stored:,} | {times} |")
        engine.dispose()
    return lines


def compare_memory(urls: dict[str, str]) -> list[str]:
    """Watch the sender's memory over short and long runs, and return a table."""
    lines = ["| database | reminders sent | memory held at most, MiB |", "|---|---|---|"]
    with running_sink() as port:
        for name, url in urls.items():
            for count in MEMORY_COUNTS:
                most = max(run("ours", count, port, url).held_kib)
                lines.append(f"| {name} | {count:,} | {most / 1024:.1f} |")
    return lines


def main() -> None:
    """Measure on both databases, print the tables and keep them."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg")))
        urls = {
            "SQLite": f"sqlite:///{folder / 'bench.sqlite'}",
            "PostgreSQL": stack.enter_context(private_cluster(folder)),
        }
        for url in urls.values():
            engine = db.open_database(url)
            db.upgrade(engine)
            engine.dispose()
        tables = [compare(urls), compare_memory(urls), compare_stored(urls)]
    text = "\n\n".join("\n".join(table) for table in tables)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(text + "\n", "utf-8")
    print(text)


if __name__ == "__main__":
    main()
