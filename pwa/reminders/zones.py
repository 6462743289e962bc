"""A window of a local day as seconds since 1970, also on the days when clocks are changed.

Local times repeat when clocks go back and are left out when they go forward (PEP 495). Only such
moments count as inside a window whose local time lies in it, and only one stretch of them: the
longest, or the first of equals.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

DAY_MIN = 24 * 60
EPOCH = date(1970, 1, 1).toordinal()

Stretch = tuple[int, int]


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return every IANA name that can be used."""
    return frozenset(available_timezones() - {"localtime", "Factory"})


def local_day(at_s: int, zone: ZoneInfo) -> date:
    """Return the local date of a moment."""
    return datetime.fromtimestamp(at_s, zone).date()


@lru_cache(maxsize=4096)
def window_of(day: date, from_min: int, to_min: int, zone: ZoneInfo) -> Stretch | None:
    """Return first and last second of a window given in minutes of the day; `None` when left out.

    `to_min` may be 1440, the end of the day.
    """
    ends = (*_moments(day, from_min, zone), *_moments(day, to_min, zone))
    first, last = min(ends), max(ends)
    if _offset_s(first, zone) == _offset_s(last, zone):
        return first, last
    stretches = _inside(day, from_min, to_min, _pieces(first, last, zone), zone)
    return max(stretches, key=lambda each: each[1] - each[0], default=None)


def _moments(day: date, minute: int, zone: ZoneInfo) -> tuple[int, int]:
    """Return both readings of a local time: before and after a change of clocks."""
    days, minute = divmod(minute, DAY_MIN)
    naive = datetime.combine(day + timedelta(days=days), time(minute // 60, minute % 60))
    return (
        int(naive.replace(tzinfo=zone, fold=0).timestamp()),
        int(naive.replace(tzinfo=zone, fold=1).timestamp()),
    )


def _pieces(first: int, last: int, zone: ZoneInfo) -> list[Stretch]:
    """Cut a stretch where the zone's offset changes: once, within what one day can hold."""
    low, high = first, last
    while high - low > 1:
        middle = (low + high) // 2
        if _offset_s(middle, zone) == _offset_s(first, zone):
            low = middle
        else:
            high = middle
    return [(start, end) for start, end in pairwise((first, high, last))]


def _inside(
    day: date, from_min: int, to_min: int, pieces: list[Stretch], zone: ZoneInfo
) -> list[Stretch]:
    """Keep what of each piece lies in the window by its own local time; join what touches."""
    midnight_s = (day.toordinal() - EPOCH) * DAY_MIN * 60
    kept: list[Stretch] = []
    for start, end in pieces:
        offset_s = _offset_s(start, zone)
        begins = max(start, midnight_s + from_min * 60 - offset_s)
        ends = min(end, midnight_s + to_min * 60 - offset_s)
        if begins >= ends:
            continue
        if kept and kept[-1][1] == begins:
            begins = kept.pop()[0]
        kept.append((begins, ends))
    return kept


def _offset_s(at_s: int, zone: ZoneInfo) -> int:
    offset = datetime.fromtimestamp(at_s, UTC).astimezone(zone).utcoffset()
    assert offset is not None
    return int(offset.total_seconds())
