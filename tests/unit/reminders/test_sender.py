"""The sender at work on both databases, with a push service that behaves as its path says."""

import asyncio
import functools
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from pwa import db
from pwa.pushsettings import PushSettings, SenderMode
from pwa.reminders import courier
from pwa.reminders import sender as sender_module
from pwa.reminders.endpoints import Services
from pwa.reminders.patience import Patience
from pwa.reminders.rules import Rule
from pwa.reminders.seal import Sealer
from pwa.reminders.sender import Sender
from pwa.reminders.service import Keeping, ReminderService
from pwa.reminders.vapid import read_generation
from tests.support.due import KEY, SCALAR, insert_due, make_all_due
from tests.support.pushsink import running_sink
from tests.support.waiting import until

OLD_SCALAR = b"\x55" * 32
ZONES = ("America/New_York", "Europe/Madrid", "Asia/Tokyo", "UTC")


def settings(*scalars: bytes) -> PushSettings:
    return PushSettings(
        hosts=(), contact="https://list.example", takes_loopback=True, rest_days=90,
        sender=SenderMode.OFF, key=KEY, vapid_keys=scalars or (SCALAR,),
    )  # fmt: skip


def count(engine: Engine, where: str = "1 = 1") -> int:
    with engine.connect() as connection:
        query = text(f"SELECT count(*) FROM reminder WHERE {where}")
        return int(connection.execute(query).scalar_one())


def is_settled(engine: Engine) -> Callable[[], bool]:
    """Return a question: is nothing due or claimed any more."""
    return lambda: count(engine, f"lease IS NOT NULL OR ready_at_s <= {int(time.time())}") == 0


def run_until(engine: Engine, is_true: Callable[[], bool], *scalars: bytes) -> None:
    """Run a sender until something is true, then stop it gracefully."""

    async def run() -> None:
        patience = Patience()
        task = asyncio.create_task(Sender(engine, settings(*scalars)).run(patience))
        try:
            await until(is_true)
        finally:
            patience.stop()
            await task

    asyncio.run(run())


def rows(engine: Engine) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text("SELECT * FROM reminder")).mappings()]


def test_each_due_reminder_is_sent_once_and_waits_for_tomorrow(engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url(f"ok/{number}") for number in range(300)])
        insert_due(engine, [sink.url("ok/not-due")], now_s=time.time() + 600)
        run_until(engine, is_settled(engine))
    assert set(sink.counts.values()) == {1}
    assert len(sink.counts) == 300
    assert count(engine, f"ready_at_s > {int(time.time())} AND tries = 0") == 301


def test_requests_of_different_reminders_differ_in_their_endpoint_alone(engine: Engine) -> None:
    with running_sink() as sink:
        keeping = Keeping(Sealer(KEY), Services(takes_loopback=True), read_generation(SCALAR).name)
        service = ReminderService(db.open_sessions(engine), keeping, time.time)
        for number in range(1000):
            unit, days = ("day", range(1, 8)) if number % 2 else ("week", (1 + number % 7,))
            rule = Rule(frozenset(days), number, 1440, ZONES[number % 4], 1 + number % 90, unit)  # type: ignore[arg-type]  # one of two
            host = ("127.0.0.1", "localhost")[number % 3 == 0]
            assert service.create(sink.url(f"ok/{number:04}", host), rule) is not None
        make_all_due(engine)
        run_until(engine, lambda: len(sink.heads) >= 1000)
    assert len({head.split(b" ")[1] for head in sink.heads}) == 1000
    assert len({without_signature(without_endpoint(head)) for head in sink.heads}) == 1
    names = re.findall(rb"^([\w-]+):", sink.heads[0], re.MULTILINE)
    assert sorted(name.lower() for name in names) == [
        b"authorization", b"content-length", b"host", b"topic", b"ttl", b"urgency",
    ]  # fmt: skip
    # Not even the signature tells reminders apart: one for each push service.
    signatures = {re.findall(rb"(?im)^authorization: (.+)\r$", head)[0] for head in sink.heads}
    assert len(signatures) == 2


def without_endpoint(head: bytes) -> bytes:
    head = re.sub(rb"^POST /ok/\d{4} ", b"POST / ", head)
    return re.sub(rb"(?im)^host: .*$", b"Host:", head)


def without_signature(head: bytes) -> bytes:
    return re.sub(rb"(?im)^authorization: vapid t=[\w.-]+,", b"Authorization: vapid t=,", head)


@pytest.mark.parametrize(
    ("way", "left", "tries"),
    [
        ("accepted", 1, 0), ("gone", 0, 0), ("unknown", 0, 0), ("bad", 1, 0), ("redirect", 1, 0),
        ("stranger", 1, 0), ("broken", 1, 1), ("large", 1, 1), ("busy", 1, 1), ("reset", 1, 1),
        ("lie", 1, 1), ("flood", 1, 0),
    ],
)  # fmt: skip
def test_answer_is_acted_on(way: str, left: int, tries: int, engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url(way)])
        run_until(engine, lambda: bool(sink.heads) and is_settled(engine)())
        assert list(sink.counts.values()) == [1]
    assert count(engine) == left
    assert count(engine, f"tries = {tries}") == left
    if way == "busy":
        assert 100 < rows(engine)[0]["ready_at_s"] - time.time() < 140


@pytest.fixture
def short_timeouts(monkeypatch: pytest.MonkeyPatch) -> None:
    short = functools.partial(courier.Courier, timeout_s=2)
    monkeypatch.setattr(sender_module, "Courier", short)


@pytest.mark.usefixtures("short_timeouts")
@pytest.mark.parametrize("way", ["hang", "drip", "reset", "lie", "broken"])
def test_bad_push_service_slows_only_itself(way: str, engine: Engine) -> None:
    with running_sink() as good, running_sink() as bad:
        # The bad one's are due first, and many more.
        old_s = time.time() - 60
        insert_due(engine, [bad.url(f"{way}/{n}", "localhost") for n in range(600)], now_s=old_s)
        insert_due(engine, [good.url(f"ok/{number}") for number in range(400)])
        began_s = time.monotonic()
        run_until(engine, lambda: len(good.counts) == 400)
        # In one lane with the bad one it would take minutes.
        assert time.monotonic() - began_s < 30
    assert set(good.counts.values()) == {1}
    # After a few failures it is left in peace; nothing of it is lost.
    assert 0 < len(bad.heads) < 300
    assert count(engine) == 1000
    assert count(engine, "lease IS NOT NULL") == 0


@pytest.mark.usefixtures("short_timeouts")
def test_no_transaction_is_open_while_sending(engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url(f"hang/{number}") for number in range(4)])

        def is_free() -> bool:
            # What has a lease is under way, so it is then that nobody may be in a transaction.
            is_sending = len(sink.heads) >= 4 and count(engine, "lease IS NOT NULL") > 0
            return is_sending and not open_transactions(engine)

        run_until(engine, is_free)


def open_transactions(engine: Engine) -> bool:
    """Say whether somebody else is in a transaction; on SQLite, whether writing would wait."""
    if engine.dialect.name == "sqlite":
        other = create_engine(engine.url, connect_args={"timeout": 0})
        try:
            with other.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError:
            return True
        finally:
            other.dispose()
        return False
    query = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
    with engine.connect() as connection:
        return bool(connection.execute(text(query)).scalar_one())


@pytest.mark.usefixtures("short_timeouts")
def test_stopped_sender_writes_what_it_sent_and_frees_the_rest(engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url(f"hang/{number}") for number in range(40)])
        insert_due(engine, [sink.url(f"ok/{number}", "localhost") for number in range(500)])
        run_until(engine, lambda: len(sink.counts) >= 100)
    sent = sum(path.startswith("/ok") for path in sink.counts)
    assert count(engine, "lease IS NOT NULL") == 0
    assert count(engine, f"ready_at_s > {int(time.time()) + 600}") == sent
    assert set(sink.counts.values()) == {1}


def test_older_key_goes_on_for_its_reminders(engine: Engine) -> None:
    old, new = read_generation(OLD_SCALAR), read_generation(SCALAR)
    with running_sink() as sink:
        insert_due(engine, [sink.url("ok/old")], vapid=old.name)
        insert_due(engine, [sink.url("ok/new")], vapid=new.name)
        run_until(engine, lambda: len(sink.heads) == 2, SCALAR, OLD_SCALAR)
    keys = {head.split()[1]: re.findall(rb",k=([\w-]+)", head)[0].decode() for head in sink.heads}
    assert keys == {b"/ok/old": old.public, b"/ok/new": new.public}


def test_subscription_under_another_key_is_found_out(engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url("stranger")])
        run_until(engine, lambda: len(sink.heads) == 2 and is_settled(engine)(), SCALAR, OLD_SCALAR)
    keys = [re.findall(rb",k=([\w-]+)", head)[0].decode() for head in sink.heads]
    assert keys == [read_generation(each).public for each in (SCALAR, OLD_SCALAR)]
    assert count(engine) == 1


def test_reminder_of_a_dropped_key_is_kept(engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url("ok")], vapid="dropped")
        run_until(engine, is_settled(engine))
    assert sink.heads == []
    assert count(engine) == 1


def test_late_reminder_is_not_sent_outside_its_window(engine: Engine) -> None:
    with running_sink() as sink:
        insert_due(engine, [sink.url("ok")], now_s=time.time() - 7200)
        run_until(engine, is_settled(engine))
    assert sink.heads == []
    assert count(engine, f"ready_at_s > {int(time.time())}") == 1


def test_sender_names_nothing_in_its_log(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with running_sink() as sink:
        ways = ("ok", "reset", "lie", "broken", "bad", "gone")
        insert_due(engine, [sink.url(f"{way}/canary") for way in ways])
        run_until(engine, lambda: len(sink.counts) == 6 and is_settled(engine)())
    assert "sender ready" in caplog.text, "the probe must see the log"
    assert "canary" not in caplog.text


def test_part_that_fails_is_told_without_what_it_held(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sender_module, "PAUSE_S", 0.0)
    patience = Patience()

    async def fail() -> None:
        patience.stop()
        raise RuntimeError("canary")

    asyncio.run(sender_module._keep_on(fail, patience))
    assert "a part of the sender failed" in caplog.text
    assert "canary" not in caplog.text
