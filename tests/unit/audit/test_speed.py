"""What the page itself takes to show the cover is judged by its middle round, and twice."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from pwa.audit.drive.frames import Times
from pwa.audit.errors import Leaked, TookTooLong
from pwa.audit.model import Trial
from pwa.audit.probes import returning, speed

QUICK, BLOCKED = [17.0] * 9, [2_000.0] * 9
HEARD_MS = 400.0
"""A task elsewhere, which is none of the handler's."""


def judged(*measured: Sequence[float]) -> Trial:
    """Judge what the page itself took, one measurement after the other; each must be asked for."""
    left = [Times([HEARD_MS] * len(own), [HEARD_MS + each for each in own]) for own in measured]
    trial = Trial("speed/fast", "", (), "chromium", "list")
    speed.judge(trial, lambda: left.pop(0))
    assert left == []
    return trial


def test_handler_that_blocks_before_it_shows_the_cover_leaks() -> None:
    with pytest.raises(Leaked, match="the page took 2000 ms, again 2000 ms"):
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


def test_two_frames_are_the_most() -> None:
    judged([33.3] * 9)
    with pytest.raises(Leaked):
        judged([33.4] * 9, [33.4] * 9)


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
