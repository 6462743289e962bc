"""Keeping reminders: sealed, found by their id alone, rested and woken; on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pwa import db
from pwa.reminders.endpoints import Services
from pwa.reminders.rules import Rule
from pwa.reminders.seal import NONCE_BYTES, Note, Sealer
from pwa.reminders.service import DAY_S, MAX_OF_ONE_PHONE, Keeping, ReminderService
from tests.support.clock import FixedClock
from tests.unit.reminders.conftest import ENDPOINT, KEY, OTHER, RULE

LATER = Rule(frozenset({2, 4}), 600, 720, "Europe/Madrid", 2, "week")


def rows(engine: Engine) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT * FROM reminder")).mappings().all()
    return [dict(row) for row in found]


def change_row(engine: Engine, values: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE reminder SET {values}"))


def unseal(engine: Engine, sealer: Sealer) -> Note:
    (row,) = rows(engine)
    note = sealer.unseal(bytes(row["sealed"]), bytes(row["id_hash"]))
    assert note is not None
    return note


def create(service: ReminderService, endpoint: str = ENDPOINT, rule: Rule = RULE) -> str:
    made = service.create(endpoint, rule)
    assert made is not None
    return made


def test_created_reminder_is_due_in_its_window(
    service: ReminderService, engine: Engine, sealer: Sealer, clock: FixedClock
) -> None:
    create(service, rule=LATER)
    (row,) = rows(engine)
    assert clock() < row["ready_at_s"] < row["until_s"] <= clock() + 8 * DAY_S
    assert (row["lease"], row["tries"], row["vapid"]) == (None, 0, "new")
    assert unseal(engine, sealer).endpoint == ENDPOINT
    assert unseal(engine, sealer).rule == LATER


def test_nothing_stored_tells_id_endpoint_or_rule(service: ReminderService, engine: Engine) -> None:
    reminder_id = create(service, rule=LATER)
    (row,) = rows(engine)
    assert set(row) == {
        "id_hash", "endpoint_hash", "sealed", "lane", "vapid", "seen_day", "ready_at_s",
        "until_s", "tries", "lease",
    }  # fmt: skip
    stored = b" ".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode()
                       for v in row.values())  # fmt: skip
    assert str(row["ready_at_s"]).encode() in stored, "the probe must see the row"
    for text_ in (reminder_id, ENDPOINT, "googleapis", "send/abc", "Madrid", "week"):
        assert text_.encode() not in stored


def test_sealed_text_tells_only_its_step(service: ReminderService, engine: Engine) -> None:
    for length in (1, 20, 60):
        create(service, f"https://fcm.googleapis.com/{'x' * length}")
    assert len({len(row["sealed"]) for row in rows(engine)}) == 1


def test_seal_of_another_row_or_key_does_not_open(sealer: Sealer) -> None:
    note = Note(ENDPOINT, (1,), 0, 60, "UTC", 1, "day", 700_000)
    sealed = sealer.seal(note, b"row")
    assert sealer.unseal(sealed, b"row") == note
    assert sealer.unseal(sealed, b"other") is None
    assert Sealer(b"q" * 32).unseal(sealed, b"row") is None
    assert sealer.unseal(b"", b"row") is None
    broken = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]
    assert {sealer.unseal(each, b"row") for each in broken} == {None}


def test_same_note_is_never_sealed_alike(sealer: Sealer) -> None:
    note = Note(ENDPOINT, (1,), 0, 60, "UTC", 1, "day", 700_000)
    sealed = [sealer.seal(note, b"row") for _ in range(20)]
    assert len({each[:NONCE_BYTES] for each in sealed}) == len(sealed)


def test_endpoint_that_may_not_be_called_is_refused(
    service: ReminderService, engine: Engine
) -> None:
    assert service.create("https://127.0.0.1/a", RULE) is None
    reminder_id = create(service)
    assert service.change(reminder_id, None, "https://evil.example/a") is None
    assert not service.move(ENDPOINT, "https://evil.example/a")
    assert len(rows(engine)) == 1


def test_rule_is_changed_and_counts_anew(
    service: ReminderService, engine: Engine, sealer: Sealer, clock: FixedClock
) -> None:
    reminder_id = create(service)
    change_row(engine, "lease = 7, tries = 3")
    clock.move(DAY_S)
    assert service.change(reminder_id, LATER, None)
    (row,) = rows(engine)
    assert unseal(engine, sealer).rule == LATER
    assert unseal(engine, sealer).endpoint == ENDPOINT
    assert (row["lease"], row["tries"], row["seen_day"]) == (None, 0, int(clock()) // DAY_S)
    assert row["ready_at_s"] > clock()


def test_new_endpoint_belongs_to_the_newest_key(
    service: ReminderService, engine: Engine, sealer: Sealer
) -> None:
    reminder_id = create(service)
    change_row(engine, "vapid = 'old'")
    before = rows(engine)[0]
    assert service.change(reminder_id, None, OTHER)
    (row,) = rows(engine)
    assert (row["vapid"], row["lane"]) == (
        "new",
        sealer.lane_of("updates.push.services.mozilla.com"),
    )
    assert unseal(engine, sealer).endpoint == OTHER
    assert row["ready_at_s"] == before["ready_at_s"]


def test_being_seen_changes_nothing_else(
    service: ReminderService, engine: Engine, clock: FixedClock
) -> None:
    reminder_id = create(service)
    change_row(engine, "vapid = 'old', lease = 7")
    before = rows(engine)[0]
    clock.move(40 * DAY_S)
    assert service.change(reminder_id, None, None)
    (row,) = rows(engine)
    assert row["seen_day"] == before["seen_day"] + 40
    assert {**row, "seen_day": 0} == {**before, "seen_day": 0}


Wake = Callable[[ReminderService, str], bool | None]


@pytest.mark.parametrize(
    "wake",
    [
        lambda service, reminder_id: service.change(reminder_id, None, None),
        lambda service, reminder_id: service.change(reminder_id, LATER, None),
        lambda service, _id: service.move(ENDPOINT, ENDPOINT),
    ],
    ids=["seen", "changed", "moved"],
)
def test_resting_reminder_wakes_when_its_phone_is_seen(
    wake: Wake, service: ReminderService, engine: Engine, clock: FixedClock
) -> None:
    reminder_id = create(service)
    change_row(engine, "ready_at_s = NULL")
    clock.move(100 * DAY_S)
    assert wake(service, reminder_id)
    assert rows(engine)[0]["ready_at_s"] >= clock()


def test_all_reminders_of_a_subscription_move_with_it(
    service: ReminderService, engine: Engine, sealer: Sealer
) -> None:
    create(service)
    create(service, rule=LATER)
    assert service.move(ENDPOINT, OTHER)
    assert {bytes(row["endpoint_hash"]) for row in rows(engine)} == {sealer.hash_endpoint(OTHER)}
    assert service.move(ENDPOINT, OTHER), "an unknown one is answered alike"


def test_same_endpoint_again_says_only_that_the_phone_was_seen(
    service: ReminderService, engine: Engine, clock: FixedClock
) -> None:
    create(service)
    change_row(engine, "vapid = 'old', lease = 7")
    before = rows(engine)[0]
    clock.move(40 * DAY_S)
    assert service.move(ENDPOINT, ENDPOINT)
    (row,) = rows(engine)
    assert row["seen_day"] == before["seen_day"] + 40
    assert {**row, "seen_day": 0} == {**before, "seen_day": 0}


def test_unknown_id_changes_nothing(service: ReminderService, engine: Engine) -> None:
    create(service)
    before = rows(engine)
    assert service.change("A" * 43, LATER, OTHER) is False
    assert rows(engine) == before


def test_deleted_reminder_is_gone_and_others_stay(service: ReminderService, engine: Engine) -> None:
    kept, gone = create(service), create(service)
    assert service.delete(gone)
    assert not service.delete(gone)
    assert not service.delete("nonsense \ud800")
    assert service.change(kept, None, None)
    assert service.change(gone, None, None) is False
    assert len(rows(engine)) == 1


def test_one_phone_has_so_many_and_no_more(service: ReminderService) -> None:
    made = [service.create(ENDPOINT, RULE) for _ in range(MAX_OF_ONE_PHONE + 1)]
    assert [each is not None for each in made] == [True] * MAX_OF_ONE_PHONE + [False]
    assert create(service, OTHER)


def fill(service: ReminderService, endpoint: str, count: int) -> list[str]:
    return [create(service, endpoint) for _ in range(count)]


def at(engine: Engine, sealer: Sealer, endpoint: str) -> int:
    key = sealer.hash_endpoint(endpoint)
    return sum(bytes(row["endpoint_hash"]) == key for row in rows(engine))


def test_moving_gives_no_phone_more_than_it_may_have(
    service: ReminderService, engine: Engine, sealer: Sealer
) -> None:
    fill(service, ENDPOINT, MAX_OF_ONE_PHONE - 1)
    fill(service, OTHER, 2)
    before = rows(engine)
    assert not service.move(OTHER, ENDPOINT)
    assert rows(engine) == before
    fill(service, f"{OTHER}/third", 1)
    assert service.move(f"{OTHER}/third", ENDPOINT)
    assert at(engine, sealer, ENDPOINT) == MAX_OF_ONE_PHONE
    assert service.move(ENDPOINT, ENDPOINT)
    assert service.move(ENDPOINT, f"{ENDPOINT}/new"), "all of them, to a phone that has none"
    assert at(engine, sealer, f"{ENDPOINT}/new") == MAX_OF_ONE_PHONE


def test_changing_gives_no_phone_more_than_it_may_have(
    service: ReminderService, engine: Engine, sealer: Sealer
) -> None:
    own = fill(service, ENDPOINT, MAX_OF_ONE_PHONE)
    other = create(service, OTHER)
    before = rows(engine)
    assert service.change(other, LATER, ENDPOINT) is None
    assert rows(engine) == before
    assert service.change(own[0], LATER, ENDPOINT), "one that is there already"
    assert service.delete(own[1])
    assert service.change(other, None, ENDPOINT)
    assert at(engine, sealer, ENDPOINT) == MAX_OF_ONE_PHONE


def test_many_at_once_are_not_all_let_through(
    service: ReminderService, engine: Engine, sealer: Sealer
) -> None:
    places = [f"{OTHER}/{number}" for number in range(8)]
    for place in places:
        fill(service, place, 3)
    with ThreadPoolExecutor(len(places)) as pool:
        moved = list(pool.map(lambda place: service.move(place, ENDPOINT), places))
    assert at(engine, sealer, ENDPOINT) == 3 * sum(moved) <= MAX_OF_ONE_PHONE
    assert sum(moved) == MAX_OF_ONE_PHONE // 3


def test_ids_need_the_servers_key(engine: Engine, service: ReminderService) -> None:
    reminder_id = create(service)
    keeping = Keeping(Sealer(b"q" * 32), Services(), "new")
    other = ReminderService(db.open_sessions(engine), keeping, FixedClock())
    assert other.change(reminder_id, None, None) is False
    assert service.change(reminder_id, None, None)


@pytest.mark.parametrize("purpose", ["hash_id", "hash_endpoint"])
def test_each_purpose_has_a_key_of_its_own(purpose: str) -> None:
    one, other = Sealer(KEY), Sealer(b"q" * 32)
    assert getattr(one, purpose)("x") != getattr(other, purpose)("x")
    assert one.hash_id("x") != one.hash_endpoint("x")
