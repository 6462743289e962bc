"""When reminders are due: on chosen days, inside the window, in the rhythm that was chosen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa.reminders.rules import (
    MIN_WINDOW_S,
    SLACK_S,
    TTL_S,
    RandomBelow,
    Rule,
    first_slot,
    longest_wait_days,
    next_slot,
)

ZONE = "America/New_York"
TUESDAYS = Rule(frozenset({2}), 600, 660, ZONE, 1, "week")
EVERY_DAY = Rule(frozenset(range(1, 8)), 600, 660, ZONE, 1, "day")
# Monday, 12 January 2026, 12:00 in New York.
NOW_S = int(datetime(2026, 1, 12, 17, tzinfo=UTC).timestamp())


def earliest(_count: int) -> int:
    return 0


def latest(count: int) -> int:
    return count - 1


def days_of(rule: Rule, count: int, now_s: float = NOW_S) -> list[str]:
    """Return the days of the first slots of a rule."""
    slot = first_slot(rule, now_s, earliest)
    assert slot is not None
    first, days = slot.day, [slot.day]
    while len(days) < count:
        slot = next_slot(rule, first, slot.day, slot.at_s, earliest)
        assert slot is not None
        days.append(slot.day)
    return [day.isoformat()[5:] for day in days]


@pytest.mark.parametrize(
    ("days", "count", "unit", "wanted"),
    [
        ({2}, 1, "week", ["01-13", "01-20", "01-27", "02-03"]),
        ({2, 5}, 1, "week", ["01-13", "01-16", "01-20", "01-23"]),
        ({1}, 1, "week", ["01-19", "01-26", "02-02", "02-09"]),
        ({2}, 2, "week", ["01-13", "01-27", "02-10", "02-24"]),
        ({1, 6}, 3, "week", ["01-17", "02-02", "02-07", "02-23"]),
        ({1, 2, 3, 4, 5, 6, 7}, 1, "day", ["01-13", "01-14", "01-15", "01-16"]),
        ({1, 2, 3, 4, 5, 6, 7}, 3, "day", ["01-13", "01-16", "01-19", "01-22"]),
        ({2}, 2, "day", ["01-13", "01-27", "02-10", "02-24"]),
        ({3}, 7, "day", ["01-14", "01-21", "01-28", "02-04"]),
        ({6, 7}, 10, "day", ["01-17", "03-08", "03-28", "05-17"]),
    ],
)
def test_rhythm_is_counted_from_the_first(
    days: set[int], count: int, unit: Literal["day", "week"], wanted: list[str]
) -> None:
    rule = replace(TUESDAYS, days=frozenset(days), count=count, unit=unit)
    assert days_of(rule, len(wanted)) == wanted


def test_todays_window_is_used_while_there_is_enough_of_it() -> None:
    start_s = NOW_S - 2 * 3600
    for now_s, day in [
        (start_s - 1, 12),
        (start_s + 1800, 12),
        (start_s + 3600 - TTL_S - SLACK_S, 12),
        (start_s + 3600 - TTL_S - SLACK_S + 1, 13),
    ]:
        slot = first_slot(EVERY_DAY, now_s, earliest)
        assert slot is not None
        assert slot.day == date(2026, 1, day)
        assert slot.at_s >= now_s


def test_slot_is_spread_over_the_window_and_over_before_it_could_arrive_late() -> None:
    start_s = NOW_S + 22 * 3600
    first, last = (first_slot(TUESDAYS, NOW_S, chance) for chance in (earliest, latest))
    assert first is not None
    assert last is not None
    assert (first.at_s, last.at_s) == (start_s, start_s + 3600 - TTL_S - SLACK_S)
    assert first.until_s == last.until_s == start_s + 3600 - TTL_S


def test_shortest_window_leaves_room_for_chance() -> None:
    rule = replace(TUESDAYS, to_min=600 + MIN_WINDOW_S // 60)
    assert MIN_WINDOW_S == 15 * 60
    first, last = (first_slot(rule, NOW_S, chance) for chance in (earliest, latest))
    assert first is not None
    assert last is not None
    assert last.at_s - first.at_s == 180


def test_day_whose_window_is_left_out_is_passed_over() -> None:
    # Clocks go forward on Sunday, 8 March 2026: there is no time from 02:00 to 03:00.
    rule = replace(EVERY_DAY, from_min=120, to_min=180)
    slot = next_slot(rule, date(2026, 1, 1), date(2026, 3, 7), NOW_S, earliest)
    assert slot is not None
    assert slot.day == date(2026, 3, 9)


def test_missed_slots_are_not_made_up_for() -> None:
    slot = next_slot(TUESDAYS, date(2026, 1, 13), date(2026, 1, 13), NOW_S + 30 * 86400, earliest)
    assert slot is not None
    assert slot.day == date(2026, 2, 17)


def test_clock_set_back_does_not_bring_a_slot_twice() -> None:
    slot = next_slot(TUESDAYS, date(2026, 1, 13), date(2026, 1, 20), NOW_S, earliest)
    assert slot is not None
    assert slot.day == date(2026, 1, 27)


RULES = st.builds(
    Rule,
    st.frozensets(st.integers(1, 7), min_size=1),
    st.integers(0, 60).map(lambda step: step * 15),
    st.integers(61, 96).map(lambda step: step * 15),
    st.sampled_from(["America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Tokyo"]),
    st.integers(1, 90),
    st.sampled_from(["day", "week"]),
)


@settings(max_examples=200)
@given(RULES, st.integers(1_400_000_000, 2_000_000_000), st.sampled_from([earliest, latest]))
def test_every_rule_goes_on_for_ever_inside_its_window(
    rule: Rule, now_s: int, chance: RandomBelow
) -> None:
    slot = first_slot(rule, now_s, chance)
    assert slot is not None
    first = slot.day
    for _ in range(5):
        local = datetime.fromtimestamp(slot.at_s, ZoneInfo(rule.zone))
        assert local.date() == slot.day
        assert local.isoweekday() in rule.days
        assert rule.from_min <= local.hour * 60 + local.minute < rule.to_min
        assert slot.at_s < slot.until_s
        after = next_slot(rule, first, slot.day, slot.at_s, chance)
        assert after is not None
        assert slot.day < after.day <= slot.day + timedelta(days=longest_wait_days(rule))
        slot = after
