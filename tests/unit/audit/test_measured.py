"""What a page measures of its line and speed counts only when it is what was set."""

from typing import Any

import pytest

from pwa.audit.drive.line import CUT, FAST, SLOW_3G, Pace
from pwa.audit.drive.measured import see_slowed, set_pace
from pwa.audit.errors import Unable


class Page:
    """Answers with what is laid before it, one after the other."""

    def __init__(self, *told: object) -> None:
        self.told = list(told)

    def evaluate(self, _code: str, _argument: object = None) -> object:
        return self.told.pop(0)


class Bench:
    """A lab on which nothing can be changed."""

    def __init__(self, *told: object) -> None:
        self.page = Page(*told)
        self.done: list[object] = []

    def set_pace(self, _line: object, pace: Pace) -> None:
        self.done.append(pace)

    def slow(self, factor: float) -> None:
        self.done.append(factor)


def paced(pace: Pace, *told: float | None) -> str:
    lab: Any = Bench(*told)
    line: Any = None
    return set_pace(lab, line, pace)


@pytest.mark.parametrize(
    ("pace", "after", "ends"),
    [
        (FAST, 6.2, "on the line fast, in 6 ms."),
        (SLOW_3G, 412.0, "on the line slow 3G, in 412 ms."),
        (CUT, None, "on the line offline, not at all."),
    ],
)
def test_line_that_is_as_it_was_set_is_told(pace: Pace, after: float | None, ends: str) -> None:
    assert paced(pace, 5.0, after).endswith(ends)


@pytest.mark.parametrize(
    ("pace", "after", "reason"),
    [
        (FAST, None, "did not answer"),
        (SLOW_3G, None, "did not answer"),
        (SLOW_3G, 299.0, "in 299 ms"),
        (CUT, 5.0, "offline, /healthz answered"),
    ],
)
def test_line_that_is_not_as_it_was_set_is_no_trial(
    pace: Pace, after: float | None, reason: str
) -> None:
    with pytest.raises(Unable, match=reason):
        paced(pace, 5.0, after)


def test_line_that_was_dead_before_is_no_trial() -> None:
    with pytest.raises(Unable, match="before the line was made offline"):
        paced(CUT, None)


def slowed(*times: list[float]) -> str:
    """Lay times at full speed and slowed before it, in turn."""
    lab: Any = Bench(*times)
    told = see_slowed(lab, 6)
    assert lab.done == [6, 1] * (len(times) // 2)
    return told


def test_page_counts_as_slowed_when_its_usual_work_takes_three_times_as_long() -> None:
    usual: list[list[float]] = [[20.0, 21.0], [60.0, 70.0]]
    told = slowed([90.0, 20.0, 20.0], [60.0, 60.0, 200.0], *usual, *usual)
    assert "20 ms at full speed and 60 ms slowed 6 times" in told


def test_page_on_a_busy_machine_is_looked_at_more_often() -> None:
    busy: list[list[float]] = [[50.0], [120.0]]
    quiet: list[list[float]] = [[20.0] * 3, [130.0] * 3]
    assert "35 ms at full speed and 125 ms" in slowed(*busy * 3, *quiet)


@pytest.mark.parametrize("burst", [0, 1, 2])
def test_page_that_stays_as_fast_as_it_was_is_no_trial(burst: int) -> None:
    # Something else keeps the machine busy in one of the moments in which it should be slow.
    times: list[list[float]] = [[20.0] * 5, [21.0] * 5] * 6
    times[2 * burst + 1] = [100.0] * 5
    with pytest.raises(Unable, match="20 ms at full speed and 21 ms"):
        slowed(*times)
