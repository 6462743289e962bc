"""Reminders sent by processes that are killed at random moments: what was lost, what came twice."""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, text

from tests.support.due import insert_due
from tests.support.pushsink import Sink, running_sink
from tests.support.sender_process import OWNER_SHIFT

ROOT = Path(__file__).parents[2]
LEASE_S = 20
# Where nobody is killed no lease may end, however slow the machine is.
LONG_LEASE_S = 180
WITHIN_S = 150.0
LOOK_EVERY_S = 0.02
HOSTS = ("127.0.0.1", "localhost")


@dataclass(slots=True)
class Report:
    """What happened; `held` counts how often a path was leased by a sender when it was killed."""

    due: int
    kills: int = 0
    requests: int = 0
    lost: set[str] = field(default_factory=set)
    again: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    unwritten: int = 0
    seconds: float = 0.0


class Senders:
    """Some senders at work on one database; one that is killed is replaced."""

    def __init__(self, url: str, count: int, lease_s: int) -> None:
        """Start them."""
        self._url = url
        self._lease_s = lease_s
        self._next = 1
        self.running: dict[int, subprocess.Popen[str]] = {}
        for _ in range(count):
            self.start()

    def start(self) -> None:
        """Start one more."""
        number, self._next = self._next, self._next + 1
        module = "tests.support.sender_process"
        command = [sys.executable, "-m", module, self._url, str(self._lease_s), str(number)]
        self.running[number] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=ROOT
        )

    def kill(self, number: int) -> None:
        """Kill one with -9."""
        process = self.running.pop(number)
        process.kill()
        process.communicate()

    def stop(self) -> None:
        """End all as an operator does."""
        for process in self.running.values():
            process.communicate(timeout=60)


def run_kills(
    engine: Engine, due: int, *, senders: int, kills: int, seed: int, within_s: float = WITHIN_S
) -> Report:
    """Send so many due reminders while senders are killed; return what came of it."""
    chance, report = random.Random(seed), Report(due)
    with running_sink() as sink:
        paths = [f"/ok/{number}" for number in range(due)]
        urls = [f"http://{HOSTS[n % 2]}:{sink.port}{path}" for n, path in enumerate(paths)]
        ids = dict(zip(insert_due(engine, urls), paths, strict=True))
        marks = sorted(chance.sample(range(due // 20, due * 9 // 10), kills))
        began_s = time.monotonic()
        url = engine.url.render_as_string(hide_password=False)
        pool = Senders(url, senders, LEASE_S if kills else LONG_LEASE_S)
        try:
            for mark in marks:
                wait_until(partial(has_come, sink, mark), within_s)
                number = chance.choice(sorted(pool.running))
                pool.kill(number)
                report.kills += 1
                report.held.update(ids[each] for each in leased_by(engine, number))
                pool.start()
            wait_until(lambda: len(sink.counts) == due and open_count(engine) == 0, within_s)
        finally:
            pool.stop()
        report.seconds = time.monotonic() - began_s
        judge(report, sink, paths, engine)
    return report


def has_come(sink: Sink, count: int) -> bool:
    """Say whether so many requests have come."""
    return len(sink.heads) >= count


def judge(report: Report, sink: Sink, paths: Sequence[str], engine: Engine) -> None:
    """Count what was lost, what came again, and what is not written."""
    report.requests = sum(sink.counts.values())
    report.lost = set(paths) - set(sink.counts)
    report.again = sink.counts - Counter(paths)
    report.unwritten = open_count(engine)


def leased_by(engine: Engine, number: int) -> list[bytes]:
    """Return the reminders that a sender holds."""
    query = text("SELECT id_hash FROM reminder WHERE lease BETWEEN :low AND :high")
    low = number << OWNER_SHIFT
    with engine.connect() as connection:
        found = connection.execute(query, {"low": low, "high": low + (1 << OWNER_SHIFT) - 1})
        return [bytes(row[0]) for row in found]


def open_count(engine: Engine) -> int:
    """Return how many reminders are still due or held."""
    query = text("SELECT count(*) FROM reminder WHERE lease IS NOT NULL OR ready_at_s <= :now")
    with engine.connect() as connection:
        return int(connection.execute(query, {"now": int(time.time())}).scalar_one())


def wait_until(is_true: Callable[[], bool], within_s: float) -> None:
    """Wait, with an end."""
    end_s = time.monotonic() + within_s
    while not is_true():
        assert time.monotonic() < end_s, "it did not become true in time"
        time.sleep(LOOK_EVERY_S)
