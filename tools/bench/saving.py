"""How long the worker takes to acknowledge a save, with the whole page process slowed."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from pwa.audit.drive import clock
from pwa.audit.scan.processes import renderers, send
from tools.bench.stage import Stage
from tools.bench.table import Row, at_most, median, ms, quantile

ROUNDS = 60
SLOWER = 4
SLICE_S = 0.001
MOST_MS = 40


def measure(stage: Stage) -> Sequence[Row]:
    """Type into a field that saves as typed, letter by letter, waiting for each save."""
    stage.open()
    stage.inner.go("People")
    stage.inner.press("Add someone")
    field = stage.inner.field("Name to use")
    plain = save_often(stage, field.press, ROUNDS)
    with slowed(SLOWER):
        slow = save_often(stage, field.press, ROUNDS)
    stage.leave()
    return [
        ms("median at full speed", median(plain)),
        at_most("median", median(slow), MOST_MS, "ms"),
        ms("95th of 100", quantile(slow, 0.95)),
    ]


def save_often(stage: Stage, press: Callable[[str], None], rounds: int) -> list[float]:
    """Return the milliseconds of that many saves."""
    taken: list[float] = []
    for _ in range(rounds):
        before = clock.count(stage.page)
        press("a")
        clock.wait_for_more(stage.page, before)
        taken.append(clock.times_ms(stage.page, before)[0])
    return taken


@contextmanager
def slowed(factor: int) -> Iterator[None]:
    """Stop every page process for all but one of `factor` slices of time.

    DevTools can slow the page's main thread only; the worker lives on another.
    """
    pids = renderers(os.getpid())
    is_over = threading.Event()

    def pulse() -> None:
        while not is_over.is_set():
            for pid in pids:
                send(pid, signal.SIGSTOP)
            time.sleep(SLICE_S * (factor - 1))
            for pid in pids:
                send(pid, signal.SIGCONT)
            time.sleep(SLICE_S)

    thread = threading.Thread(target=pulse)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
