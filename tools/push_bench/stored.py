"""How long claiming and settling a batch takes, with ever more reminders stored beside."""

import statistics
import time
from dataclasses import dataclass

from sqlalchemy import Engine, text

from pwa.reminders.claims import Claims, Settled
from pwa.reminders.lane import BATCH
from pwa.reminders.seal import Sealer
from tests.support.due import KEY, insert_due
from tests.support.filling import fill

ROUNDS = 30
SIZES = (1_000, 10_000, 100_000, 1_000_000)
# Looking is short: many looks, so that what else the machine does evens out.
LOOKS = 20


@dataclass(frozen=True, slots=True)
class Timed:
    """Median milliseconds with so many stored."""

    stored: int
    claim_ms: float
    settle_ms: float
    nothing_ms: float


def measure(engine: Engine, sizes: tuple[int, ...] = SIZES) -> list[Timed]:
    """Fill the table step by step, and time a batch at each size."""
    return [_measure_at(engine, size) for size in sizes]


def _measure_at(engine: Engine, size: int) -> Timed:
    lane, now_s = Sealer(KEY).lane_of("localhost"), int(time.time())
    fill(engine, size, lane=lane, soon_s=now_s + 86_400)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE reminder"))
    claims, claim_s, settle_s, nothing_s = Claims(engine), [], [], []
    for number in range(ROUNDS):
        urls = [f"http://localhost:1/a/{number}/{each}" for each in range(BATCH)]
        insert_due(engine, urls, now_s=now_s)
        began_s = time.perf_counter()
        claimed = claims.claim(lane, now_s, BATCH)
        claim_s.append(time.perf_counter() - began_s)
        assert len(claimed) == BATCH
        began_s = time.perf_counter()
        claims.settle([Settled(e, now_s + 90_000, now_s, 0, e.vapid) for e in claimed], [])
        settle_s.append(time.perf_counter() - began_s)
        for _ in range(LOOKS):
            began_s = time.perf_counter()
            claims.claim(lane, now_s, BATCH)
            nothing_s.append(time.perf_counter() - began_s)
    return Timed(size, *(1000 * statistics.median(each) for each in (claim_s, settle_s, nothing_s)))
