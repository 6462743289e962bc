"""Windows of local days in seconds, on ordinary days and when clocks are changed.

The wanted values are written as UTC, taken from the published rules of each zone. Beside the table
an independent walk, second by second of the day in steps, checks what lies in a window.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pwa.reminders.zones import local_day, window_of, zone_names

STEP_S = 60


def minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def utc(text: str) -> int:
    return int(datetime.strptime(text, "%Y-%m-%dT%H:%M").replace(tzinfo=UTC).timestamp())


TABLE = [
    # Ordinary days, east and west, with odd offsets, through the change of the day in UTC.
    ("America/New_York", "2026-01-13", "10:00", "11:00", "2026-01-13T15:00", "2026-01-13T16:00"),
    ("America/New_York", "2026-07-14", "10:00", "11:00", "2026-07-14T14:00", "2026-07-14T15:00"),
    ("Asia/Kathmandu", "2026-03-03", "10:00", "11:00", "2026-03-03T04:15", "2026-03-03T05:15"),
    ("Pacific/Kiritimati", "2026-03-03", "10:00", "11:00", "2026-03-02T20:00", "2026-03-02T21:00"),
    ("Pacific/Honolulu", "2026-03-03", "20:00", "24:00", "2026-03-04T06:00", "2026-03-04T10:00"),
    ("UTC", "2028-02-29", "00:00", "24:00", "2028-02-29T00:00", "2028-03-01T00:00"),
    # Clocks go forward from 02:00 to 03:00 (New York, 8 March 2026).
    ("America/New_York", "2026-03-08", "01:00", "02:00", "2026-03-08T06:00", "2026-03-08T07:00"),
    ("America/New_York", "2026-03-08", "02:00", "03:00", None, None),
    ("America/New_York", "2026-03-08", "02:15", "02:45", None, None),
    ("America/New_York", "2026-03-08", "01:30", "02:30", "2026-03-08T06:30", "2026-03-08T07:00"),
    ("America/New_York", "2026-03-08", "02:30", "04:00", "2026-03-08T07:00", "2026-03-08T08:00"),
    ("America/New_York", "2026-03-08", "01:30", "03:30", "2026-03-08T06:30", "2026-03-08T07:30"),
    ("America/New_York", "2026-03-08", "10:00", "11:00", "2026-03-08T14:00", "2026-03-08T15:00"),
    ("America/New_York", "2027-03-14", "02:00", "03:00", None, None),
    # Clocks go back from 02:00 to 01:00 (New York, 1 November 2026).
    ("America/New_York", "2026-11-01", "01:00", "02:00", "2026-11-01T05:00", "2026-11-01T07:00"),
    ("America/New_York", "2026-11-01", "00:30", "01:30", "2026-11-01T04:30", "2026-11-01T05:30"),
    ("America/New_York", "2026-11-01", "01:30", "02:30", "2026-11-01T06:30", "2026-11-01T07:30"),
    ("America/New_York", "2026-11-01", "01:10", "01:50", "2026-11-01T05:10", "2026-11-01T05:50"),
    ("America/New_York", "2026-11-01", "00:00", "24:00", "2026-11-01T04:00", "2026-11-02T05:00"),
    # Europe changes at one moment everywhere: 29 March and 25 October 2026, 01:00 UTC.
    ("Europe/Madrid", "2026-03-29", "02:00", "03:00", None, None),
    ("Europe/Madrid", "2026-03-29", "01:45", "03:15", "2026-03-29T00:45", "2026-03-29T01:15"),
    ("Europe/London", "2026-03-29", "01:00", "02:00", None, None),
    ("Europe/Madrid", "2026-10-25", "02:00", "03:00", "2026-10-25T00:00", "2026-10-25T02:00"),
    # Half an hour only (Lord Howe Island, 4 October 2026), and at midnight (Beirut, 29 March).
    ("Australia/Lord_Howe", "2026-10-04", "02:00", "03:00", "2026-10-03T15:30", "2026-10-03T16:00"),
    ("Asia/Beirut", "2026-03-29", "00:00", "01:00", None, None),
    ("Asia/Beirut", "2026-03-29", "00:30", "02:00", "2026-03-28T22:00", "2026-03-28T23:00"),
    # Southern summer (Santiago, 6 September 2026, at midnight), and a day that never was.
    ("America/Santiago", "2026-09-06", "00:15", "00:45", None, None),
    ("Pacific/Apia", "2011-12-30", "10:00", "11:00", None, None),
]


@pytest.mark.parametrize(("zone", "day", "start", "end", "first", "last"), TABLE)
def test_window_is_where_its_zone_puts_it(
    zone: str, day: str, start: str, end: str, first: str | None, last: str | None
) -> None:
    found = window_of(date.fromisoformat(day), minute(start), minute(end), ZoneInfo(zone))
    wanted = None if first is None or last is None else (utc(first), utc(last))
    assert found == wanted


CHANGING = [
    "America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "America/Santiago", "Asia/Beirut",
    "Africa/Casablanca", "America/St_Johns", "Pacific/Chatham", "America/Sao_Paulo", "Asia/Tehran",
]  # fmt: skip


@settings(max_examples=400)
@given(
    st.sampled_from(CHANGING),
    st.dates(date(2005, 1, 1), date(2035, 12, 31)),
    st.integers(0, 95),
    st.integers(1, 96),
)
def test_every_moment_of_a_window_reads_as_inside_it(
    name: str, day: date, start: int, length: int
) -> None:
    zone, from_min = ZoneInfo(name), start * 15
    to_min = min(from_min + length * 15, 1440)
    window = window_of(day, from_min, to_min, zone)
    inside = [at_s for at_s in around(day) if reads_inside(at_s, day, from_min, to_min, zone)]
    if window is None:
        assert inside == []
        return
    steps = range(window[0], window[1], STEP_S)
    assert all(reads_inside(at_s, day, from_min, to_min, zone) for at_s in steps)
    assert len(steps) == longest_run(inside)


def around(day: date) -> range:
    noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
    return range(noon - 28 * 3600, noon + 28 * 3600, STEP_S)


def reads_inside(at_s: int, day: date, from_min: int, to_min: int, zone: ZoneInfo) -> bool:
    local = datetime.fromtimestamp(at_s, zone)
    return local.date() == day and from_min <= local.hour * 60 + local.minute < to_min


def longest_run(inside: list[int]) -> int:
    longest = run = 0
    before = None
    for at_s in inside:
        run = run + 1 if before is not None and at_s - before == STEP_S else 1
        longest, before = max(longest, run), at_s
    return longest


def test_local_day_is_the_zones_own() -> None:
    at_s = utc("2026-03-03T23:30")
    assert local_day(at_s, ZoneInfo("Asia/Tokyo")) == date(2026, 3, 4)
    assert local_day(at_s, ZoneInfo("America/New_York")) == date(2026, 3, 3)


def test_zones_are_those_that_browsers_name() -> None:
    browsers = {"America/New_York", "Asia/Calcutta", "Asia/Kolkata", "UTC", "Etc/GMT+5"}
    assert browsers <= zone_names()
    assert not zone_names() & {"", "../UTC", "/etc/localtime", "localtime", "posixrules"}
