"""What answers mean, how long to wait, and what becomes of the reminder."""

import secrets

import pytest
from msgspec.structs import replace

from pwa.reminders.claims import Claimed
from pwa.reminders.outcomes import MAX_WAIT_S, Outcome, read_retry_after, read_status, wait_s
from pwa.reminders.plan import DAY_S, Planner, Tried
from pwa.reminders.seal import Note
from tests.support.clock import FixedClock

DAILY = Note("https://fcm.googleapis.com/a", tuple(range(1, 8)), 600, 660, "UTC", 1, "day", 719_163)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.SENT), (201, Outcome.SENT), (202, Outcome.SENT), (404, Outcome.GONE),
        (410, Outcome.GONE), (401, Outcome.STRANGER), (403, Outcome.STRANGER),
        (408, Outcome.LATER), (413, Outcome.LATER), (429, Outcome.LATER), (500, Outcome.LATER),
        (503, Outcome.LATER), (599, Outcome.LATER), (999, Outcome.LATER), (301, Outcome.REFUSED),
        (307, Outcome.REFUSED), (400, Outcome.REFUSED), (402, Outcome.REFUSED),
    ],
)  # fmt: skip
def test_status_is_read(status: int, outcome: Outcome) -> None:
    assert read_status(status) is outcome


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, 0), ("", 0), ("soon", 0), ("-5", 0), ("1.5", 0), ("0", 0), ("7", 7), ("60", 60),
        ("999999999", MAX_WAIT_S), ("9" * 60, 0), ("9" * 5000, 0),
        ("Fri, 15 Jan 2027 08:01:00 GMT", 60), ("Fri, 15 Jan 2027 07:00:00 GMT", 0),
        ("Fri, 15 Jan 2087 08:00:00 GMT", MAX_WAIT_S), ("Fri, 99 Jan 2027 08:00:00 GMT", 0),
    ],
)  # fmt: skip
def test_retry_after_is_read_and_capped(text: str | None, seconds: float) -> None:
    # 1,800,000,000 is Friday, 15 January 2027, 08:00 UTC.
    assert read_retry_after(text, 1_800_000_000) == seconds


def test_wait_doubles_is_half_chance_and_ends() -> None:
    shortest = [wait_s(tries, 0, lambda: 0.0) for tries in range(9)]
    longest = [wait_s(tries, 0, lambda: 0.999999) for tries in range(9)]
    assert shortest == [7, 15, 30, 60, 120, 240, 450, 450, 450]
    assert longest == [14, 29, 59, 119, 239, 479, 899, 899, 899]


def test_wait_is_never_less_than_what_was_asked_for() -> None:
    assert wait_s(0, 120, lambda: 0.0) == 120
    assert wait_s(0, 120, lambda: 1.0) == 132


@pytest.fixture
def planner(clock: FixedClock) -> Planner:
    return Planner(90, ("new", "old"), clock, secrets.randbelow, lambda: 0.0)


@pytest.fixture
def claimed(clock: FixedClock) -> Claimed:
    # Due at 10:00 UTC of the clock's day, until ten to eleven.
    clock.now_s = 1_800_007_200.0
    return Claimed(b"id", b"", "new", int(clock()) // DAY_S, int(clock()) + 3000, 0, 7)


def test_sent_or_refused_reminder_waits_for_its_next_slot(
    planner: Planner, claimed: Claimed
) -> None:
    for outcome in (Outcome.SENT, Outcome.REFUSED):
        settled = planner.settle(Tried(claimed, DAILY, outcome))
        assert settled is not None
        assert settled.ready_at_s is not None
        assert 0 <= settled.ready_at_s - (claimed.until_s - 3000 + DAY_S) <= 2880
        assert settled.until_s == claimed.until_s + DAY_S
        assert (settled.tries, settled.vapid) == (0, "new")


def test_ended_subscription_is_deleted(planner: Planner, claimed: Claimed) -> None:
    assert planner.settle(Tried(claimed, DAILY, Outcome.GONE)) is None


def test_failure_is_tried_again_inside_the_window(planner: Planner, claimed: Claimed) -> None:
    settled = planner.settle(Tried(replace(claimed, tries=2), DAILY, Outcome.LATER, 40.0))
    assert settled is not None
    assert settled.ready_at_s == claimed.until_s - 3000 + 40
    assert (settled.until_s, settled.tries) == (claimed.until_s, 3)


def test_failure_at_the_windows_end_waits_for_the_next_slot(
    planner: Planner, claimed: Claimed, clock: FixedClock
) -> None:
    clock.move(2990)
    settled = planner.settle(Tried(claimed, DAILY, Outcome.LATER, 40.0))
    assert settled is not None
    assert settled.until_s == claimed.until_s + DAY_S
    assert settled.tries == 0


def test_reminder_is_not_sent_after_its_window(
    planner: Planner, claimed: Claimed, clock: FixedClock
) -> None:
    clock.move(3000)
    assert planner.may_send(claimed)
    clock.move(1)
    assert not planner.may_send(claimed)


def test_phone_not_seen_for_long_is_left_alone(planner: Planner, claimed: Claimed) -> None:
    seen_lately = replace(claimed, seen_day=claimed.seen_day - 89)
    not_seen = replace(claimed, seen_day=claimed.seen_day - 90)
    assert planner.may_send(seen_lately)
    assert not planner.may_send(not_seen)
    settled = planner.settle(Tried(not_seen, DAILY, Outcome.REFUSED))
    assert settled is not None
    assert settled.ready_at_s is None


def test_stranger_is_tried_under_each_key_once(planner: Planner, claimed: Claimed) -> None:
    first = planner.settle(Tried(claimed, DAILY, Outcome.STRANGER))
    assert first is not None
    assert (first.vapid, first.tries, first.until_s) == ("old", 1, claimed.until_s)
    again = replace(claimed, vapid="old", tries=1)
    second = planner.settle(Tried(again, DAILY, Outcome.STRANGER))
    assert second is not None
    assert second.until_s == claimed.until_s + DAY_S


def test_put_back_reminder_is_as_it_was(planner: Planner, claimed: Claimed) -> None:
    settled = planner.settle(Tried(replace(claimed, tries=4), DAILY, Outcome.PUT_BACK, 5.0))
    assert settled is not None
    assert settled.ready_at_s == claimed.until_s - 3000 + 5
    assert (settled.tries, settled.until_s) == (4, claimed.until_s)


def test_what_cannot_be_read_rests(planner: Planner, claimed: Claimed) -> None:
    for note in (None, replace_zone("Mars/Base")):
        settled = planner.settle(Tried(claimed, note, Outcome.REFUSED))
        assert settled is not None
        assert settled.ready_at_s is None


def replace_zone(zone: str) -> Note:
    return Note(DAILY.endpoint, DAILY.days, 600, 660, zone, 1, "day", DAILY.first)
