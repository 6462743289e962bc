"""What the page itself takes to show the cover is judged by its middle round, and twice."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from pwa.audit.drive.frames import Times
from pwa.audit.errors import Leaked, TookTooLong, Unable
from pwa.audit.model import Trial
from pwa.audit.probes import returning, speed

QUICK, BLOCKED = [17.0] * 9, [2_000.0] * 9
HEARD_MS = 400.0
"""A task elsewhere, which is none of the handler's."""


def judged(*measured: Sequence[float], idle_ms: float = 16.0) -> Trial:
    """Judge what the page itself took, one measurement after the other; each must be asked for.

    `idle_ms` is what it takes after a touch that does nothing.
    """
    left = [
        Times([HEARD_MS] * len(own), [HEARD_MS + each for each in own], [idle_ms] * 3)
        for own in measured
    ]
    trial = Trial("speed/fast", "", (), "chromium", "list")
    speed.judge(trial, lambda: left.pop(0))
    assert left == []
    return trial


def test_handler_that_blocks_before_it_shows_the_cover_leaks() -> None:
    with pytest.raises(Leaked, match=r"the page took 1984 ms longer .* again 1984 ms"):
        judged(BLOCKED, BLOCKED)


def test_what_took_long_once_was_the_machine() -> None:
    trial = judged(BLOCKED, QUICK)
    assert trial.is_suspect
    assert trial.facts["the page's own part, measured again"].startswith("median 17.0 ms")


@pytest.mark.parametrize("outliers", [0, 1, 4])
def test_rounds_in_which_the_machine_was_busy_are_told_and_do_not_count(outliers: int) -> None:
    trial = judged(QUICK[outliers:] + BLOCKED[:outliers])
    assert not trial.is_suspect
    assert "median 17.0 ms, 99th percentile" in trial.facts["the page's own part"]


@pytest.mark.parametrize("idle_ms", [10.0, 90.0])
def test_two_frames_more_than_for_nothing_are_the_most(idle_ms: float) -> None:
    """However slow the machine is."""
    judged([idle_ms + 33.3] * 9, idle_ms=idle_ms)
    slow = [idle_ms + 33.4] * 9
    with pytest.raises(Leaked):
        judged(slow, slow, idle_ms=idle_ms)


def test_without_a_touch_that_does_nothing_there_is_no_verdict() -> None:
    trial = Trial("speed/fast", "", (), "chromium", "list")
    with pytest.raises(Unable):
        speed.judge(trial, lambda: Times([0.0], [5.0]))


def no_opening(secret: str) -> None:
    raise TookTooLong(f"what {secret} opens")


def open_twice(ground: Any, planner: Any, trial: Trial) -> None:
    """Leave once, and have the second opening fail."""
    ground.lab = Lab
    opened: list[str] = []

    def once(secret: str) -> None:
        opened.append(secret)
        if len(opened) > 1:
            no_opening(secret)

    planner.open = once
    planner.leave = planner.expect_cover = lambda: None
    returning.history_length(ground, trial)


class Lab:
    """Nothing to be started."""

    def __enter__(self) -> None:
        """Start nothing."""

    def __exit__(self, *_: object) -> None:
        """End nothing."""


@pytest.mark.parametrize("again", [speed._leave, open_twice], ids=["speed", "returning"])
def test_opening_that_fails_after_an_earlier_leaving_is_no_leak(again: Any) -> None:
    trial = Trial("", "", (), "chromium", "list", has_left=True)
    page = SimpleNamespace(evaluate=lambda _code: 1)
    planner = SimpleNamespace(open=no_opening, page=page)
    ground = SimpleNamespace(secret="the secret", planner=lambda _lab: planner)
    words: tuple[Any, ...] = (
        (ground, None, planner, trial, []) if again is speed._leave else (ground, planner, trial)
    )
    with pytest.raises(TookTooLong):
        again(*words)
    assert not trial.has_left
