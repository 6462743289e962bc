"""Leases: nobody's twice, nobody's for ever, and no say after one has changed hands."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pwa.reminders.claims import LEASE_S, STRAY_S, Claimed, Claims, Settled
from pwa.reminders.seal import Sealer
from tests.support.due import KEY, insert_due

NOW_S = 1_800_000_000
LANE = Sealer(KEY).lane_of("localhost")


@pytest.fixture
def claims(engine: Engine) -> Claims:
    insert_due(engine, [f"http://localhost:1/ok/{number}" for number in range(40)], now_s=NOW_S)
    return Claims(engine)


def rows(engine: Engine, where: str = "1 = 1") -> list[dict[str, Any]]:
    with engine.connect() as connection:
        found = connection.execute(text(f"SELECT * FROM reminder WHERE {where}")).mappings()
        return [dict(row) for row in found]


def settled(claimed: Claimed, ready_at_s: int | None) -> Settled:
    return Settled(claimed, ready_at_s, claimed.until_s, 1, "other")


def test_only_what_is_ready_in_this_lane_is_claimed(claims: Claims) -> None:
    assert claims.claim(LANE, NOW_S - 1, 10) == []
    assert claims.claim(LANE + 1, NOW_S, 10) == []
    assert len(claims.claim(LANE, NOW_S, 10)) == 10
    assert len(claims.claim(LANE, NOW_S, 100)) == 30
    assert claims.claim(LANE, NOW_S, 100) == []


def test_senders_at_once_never_claim_the_same(claims: Claims) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: claims.claim(LANE, NOW_S, 3), range(20)))
    ids = [each.id_hash for batch in found for each in batch]
    assert len(ids) == len(set(ids)) == 40


def test_longest_ready_is_claimed_first(claims: Claims, engine: Engine) -> None:
    insert_due(engine, ["http://localhost:1/ok/old"], now_s=NOW_S - 5)
    (first,) = claims.claim(LANE, NOW_S, 1)
    assert first.until_s == min(row["until_s"] for row in rows(engine))


def test_lease_that_ended_is_claimed_again(claims: Claims) -> None:
    first = claims.claim(LANE, NOW_S, 40)
    assert claims.claim(LANE, NOW_S + LEASE_S - 1, 40) == []
    again = claims.claim(LANE, NOW_S + LEASE_S, 40)
    assert {each.id_hash for each in again} == {each.id_hash for each in first}


def test_settled_reminder_is_written_and_free(claims: Claims, engine: Engine) -> None:
    one, other, gone = claims.claim(LANE, NOW_S, 3)
    claims.settle([settled(one, NOW_S + 50), settled(other, None)], [gone])
    assert len(rows(engine)) == 39
    found = {bytes(row["id_hash"]): row for row in rows(engine, "vapid = 'other'")}
    assert set(found) == {one.id_hash, other.id_hash}
    assert {row["lease"] for row in found.values()} == {None}
    assert found[one.id_hash]["ready_at_s"] == NOW_S + 50
    assert found[other.id_hash]["ready_at_s"] is None


def test_sender_that_lost_its_lease_has_no_say(claims: Claims, engine: Engine) -> None:
    late = claims.claim(LANE, NOW_S, 40)
    taken = claims.claim(LANE, NOW_S + LEASE_S, 40)
    claims.settle([settled(each, NOW_S) for each in late[:20]], late[20:])
    assert len(rows(engine, f"lease = {taken[0].lease}")) == 40


def test_reminder_changed_meanwhile_keeps_its_change(claims: Claims, engine: Engine) -> None:
    claimed = claims.claim(LANE, NOW_S, 2)
    with engine.begin() as connection:
        connection.execute(text("UPDATE reminder SET lease = NULL, ready_at_s = 5"))
    claims.settle([settled(claimed[0], NOW_S)], [claimed[1]])
    assert len(rows(engine, "ready_at_s = 5")) == 40


def test_reminder_deleted_meanwhile_stays_deleted(claims: Claims, engine: Engine) -> None:
    claimed = claims.claim(LANE, NOW_S, 40)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM reminder"))
    claims.settle([settled(each, NOW_S) for each in claimed], [])
    assert rows(engine) == []


def test_unseen_reminders_are_forgotten(claims: Claims, engine: Engine) -> None:
    insert_due(engine, ["http://localhost:1/ok/old"], now_s=NOW_S - 200 * 86_400)
    assert claims.forget_unseen(NOW_S // 86_400 - 200) == 0
    assert claims.forget_unseen(NOW_S // 86_400 - 199) == 1
    assert len(rows(engine)) == 40


def test_strays_are_what_is_far_or_rests_without_need(claims: Claims, engine: Engine) -> None:
    seen_since = NOW_S // 86_400 - 90
    assert claims.strays(NOW_S, seen_since, b"", 9) == []
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE reminder SET ready_at_s = {NOW_S + STRAY_S}"))
        assert claims.strays(NOW_S, seen_since, b"", 9) == []
        connection.execute(text(f"UPDATE reminder SET ready_at_s = {NOW_S + STRAY_S + 1}"))
    page = claims.strays(NOW_S, seen_since, b"", 25)
    rest = claims.strays(NOW_S, seen_since, page[-1].id_hash, 25)
    assert (len(page), len(rest)) == (25, 15)
    claims.bring_back([(each, (NOW_S, NOW_S + 9)) for each in page])
    assert len(rows(engine, f"ready_at_s = {NOW_S} AND until_s = {NOW_S + 9}")) == 25
    with engine.begin() as connection:
        connection.execute(text("UPDATE reminder SET ready_at_s = NULL"))
    assert len(claims.strays(NOW_S, seen_since, b"", 99)) == 40
    assert claims.strays(NOW_S, NOW_S // 86_400, b"", 99) == []
