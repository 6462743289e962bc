"""Faults: killed senders, a database that goes away or is busy, jumping clocks; nothing is lost."""

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from pwa import db
from pwa.reminders.lane import BATCH, TURNS
from pwa.reminders.patience import Patience
from pwa.reminders.sender import Sender
from tests.support.clock import FixedClock
from tests.support.databases import LACKING, has_server, private_cluster, restart_cluster
from tests.support.due import insert_due, make_all_due
from tests.support.faults import LEASE_S, WITHIN_S, run_kills
from tests.support.pushsink import running_sink
from tests.support.waiting import until
from tests.unit.reminders.test_sender import count, is_settled, run_until, settings

DAY_S = 86_400
DUE = 2_000
KILLS = 3


def test_nothing_is_lost_when_senders_are_killed(engine: Engine) -> None:
    senders = 4 if engine.dialect.name == "postgresql" else 2
    report = run_kills(engine, DUE, senders=senders, kills=KILLS, seed=6)
    assert report.lost == set()
    assert report.unwritten == 0
    assert report.kills == KILLS
    # What came again had been claimed, each time, by a sender that was killed before it wrote so.
    assert report.again <= report.held
    assert report.requests == DUE + report.again.total()


@pytest.mark.parametrize("kind", ["postgresql"])
def test_without_a_kill_nothing_comes_twice(engine: Engine) -> None:
    report = run_kills(engine, DUE, senders=2, kills=0, seed=6)
    assert (report.requests, report.lost, report.again) == (DUE, set(), Counter())


@pytest.fixture
def own_cluster() -> Iterator[tuple[Path, str]]:
    if not has_server():
        pytest.skip(LACKING)
    with (
        tempfile.TemporaryDirectory(prefix="pg") as folder,
        private_cluster(Path(folder)) as url,
    ):
        yield Path(folder), url


def test_database_restarted_under_way_loses_nothing(own_cluster: tuple[Path, str]) -> None:
    folder, url = own_cluster
    engine = db.open_database(url)
    db.upgrade(engine)
    with running_sink() as sink:
        insert_due(engine, [sink.url(f"ok/{number}") for number in range(DUE)])

        async def run() -> None:
            patience = Patience()
            sender = Sender(engine, settings(), lease_s=LEASE_S)
            task = asyncio.create_task(sender.run(patience))
            await until(lambda: len(sink.heads) > DUE // 10)
            await asyncio.to_thread(restart_cluster, folder)
            await until(lambda: len(sink.counts) == DUE and is_settled(engine)(), WITHIN_S)
            patience.stop()
            await task

        asyncio.run(run())
    engine.dispose()
    # Only what was claimed at that very moment can have outlived its lease.
    assert sum(sink.counts.values()) - DUE <= TURNS * BATCH


def test_busy_sqlite_is_waited_for(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    engine = db.open_database(f"sqlite:///{tmp_path / 'busy.sqlite'}")
    db.upgrade(engine)
    other = db.open_database(f"sqlite:///{tmp_path / 'busy.sqlite'}")
    with running_sink() as sink:
        insert_due(engine, [sink.url(f"ok/{number}") for number in range(DUE)])

        async def run() -> None:
            patience = Patience()
            task = asyncio.create_task(Sender(engine, settings()).run(patience))
            await until(lambda: len(sink.heads) > DUE // 10)
            with other.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                # Longer than a statement waits for the lock by itself.
                await until(lambda: "the database does not answer" in caplog.text)
                connection.rollback()
            await until(is_settled(engine), WITHIN_S)
            patience.stop()
            await task

        asyncio.run(run())
    assert set(sink.counts.values()) == {1}
    assert len(sink.counts) == DUE
    for each in (engine, other):
        each.dispose()


@pytest.mark.parametrize("jump_days", [365, -365])
def test_clock_that_jumped_loses_nothing(jump_days: int, engine: Engine) -> None:
    clock = FixedClock(time.time())
    with running_sink() as sink:
        insert_due(engine, [sink.url(f"ok/{number}") for number in range(100)])
        clock.move(jump_days * DAY_S)
        due = f"lease IS NOT NULL OR ready_at_s <= {clock()}"
        send_by(clock, engine, lambda: count(engine, due) == 0)
        assert sink.heads == []
        assert count(engine) == 100
        clock.move(-jump_days * DAY_S)
        soon = f"ready_at_s <= {clock() + 2 * DAY_S}"
        send_by(clock, engine, lambda: count(engine, soon) == 100)
        make_all_due(engine)
        run_until(engine, is_settled(engine))
    assert set(sink.counts.values()) == {1}
    assert len(sink.counts) == 100


def send_by(clock: FixedClock, engine: Engine, is_true: Callable[[], bool]) -> None:
    """Run a sender by this clock until something is true."""

    async def run() -> None:
        patience = Patience()
        task = asyncio.create_task(Sender(engine, settings(), clock).run(patience))
        await until(is_true)
        patience.stop()
        await task

    asyncio.run(run())
