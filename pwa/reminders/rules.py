"""When a reminder is due: chosen days, a window, every so many days or weeks, spread at random.

Days and weeks are counted from the first day that fits; weeks begin on Monday. A reminder whose
window is left out on some day (clocks go forward) waits for the next day that fits.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Literal
from zoneinfo import ZoneInfo

from pwa.reminders.zones import local_day, window_of

# How long a push service keeps a message for a phone that is off. Nothing is sent so late that it
# could arrive after the window.
TTL_S = 600
# A moment is chosen so early that a short wait before sending does no harm.
SLACK_S = 120
MIN_WINDOW_S = TTL_S + SLACK_S + 180
# More candidate days than any rule needs to meet a day whose window exists.
MAX_CANDIDATES = 64
WEEK = 7

RandomBelow = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """Days by ISO number (Monday is 1), a window in minutes of the local day, and a rhythm."""

    days: frozenset[int]
    from_min: int
    to_min: int
    zone: str
    count: int
    unit: Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One moment to send, the last moment to send, and the local day both lie on."""

    at_s: int
    until_s: int
    day: date


def first_slot(rule: Rule, now_s: float, random_below: RandomBelow) -> Slot | None:
    """Return the first slot there is from now on; its day is where counting begins."""
    today = local_day(int(now_s), ZoneInfo(rule.zone))
    every_day = (today + timedelta(days=number) for number in range(MAX_CANDIDATES))
    fitting = (day for day in every_day if day.isoweekday() in rule.days)
    return _choose(rule, fitting, now_s, random_below)


def next_slot(
    rule: Rule, first: date, after: date, now_s: float, random_below: RandomBelow
) -> Slot | None:
    """Return the next slot on a day later than `after` that is not over yet."""
    today = local_day(int(now_s), ZoneInfo(rule.zone))
    start = max(first, today, after + timedelta(days=1))
    return _choose(rule, _days_from(rule, first, start), now_s, random_below)


def longest_wait_days(rule: Rule) -> int:
    """Return more days than ever lie between two slots of this rule."""
    return 2 * WEEK * rule.count + WEEK


def _days_from(rule: Rule, first: date, start: date) -> Iterator[date]:
    """Yield the days that fit, from `start` on."""
    if rule.unit == "day":
        steps = -(-(start - first).days // rule.count)
        for step in range(steps, steps + MAX_CANDIDATES):
            day = first + timedelta(days=step * rule.count)
            if day.isoweekday() in rule.days:
                yield day
        return
    monday = first - timedelta(days=first.weekday())
    turn = (start - monday).days // (WEEK * rule.count)
    for number in range(turn, turn + MAX_CANDIDATES // WEEK):
        week = monday + timedelta(days=number * WEEK * rule.count)
        days = (week + timedelta(days=iso - 1) for iso in sorted(rule.days))
        yield from (day for day in days if day >= start)


def _choose(
    rule: Rule, days: Iterator[date], now_s: float, random_below: RandomBelow
) -> Slot | None:
    zone = ZoneInfo(rule.zone)
    for day in days:
        window = window_of(day, rule.from_min, rule.to_min, zone)
        if window is None or window[1] - window[0] < MIN_WINDOW_S:
            continue
        earliest = max(window[0], ceil(now_s))
        latest = window[1] - TTL_S - SLACK_S
        if earliest <= latest:
            at_s = earliest + random_below(latest - earliest + 1)
            return Slot(at_s, window[1] - TTL_S, day)
    return None
