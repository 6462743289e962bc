"""Times are judged so that chance alone says nothing, and a difference that is there is told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probes import timing

ROUNDS = 10
LOW, HIGH, LATE = range(ROUNDS), range(20, 20 + ROUNDS), range(40, 40 + ROUNDS)


def times(secret: Iterable[int], ordinary: Iterable[int], slowed: Iterable[int]) -> timing.Times:
    kinds = {"secret": secret, "ordinary": ordinary, "slowed": slowed}
    return {kind: [float(each) for each in all_ms] for kind, all_ms in kinds.items()}


EVEN = times(LOW, LOW, LATE)
FASTER = times(LOW, HIGH, LATE)
SLOWER = times(HIGH, LOW, LATE)
LOST = times(LOW, LOW, LOW)


def judge(monkeypatch: pytest.MonkeyPatch, *measured: timing.Times, rounds: int = ROUNDS) -> Trial:
    left = iter(measured)
    monkeypatch.setattr(timing, "measure", lambda *_: next(left))
    ground = Ground(cast(Any, None), "", "", Path(), rounds=rounds)
    trial = Trial("timing/apart", "", (), "chromium", "list")
    timing.apart(ground, trial)
    assert next(left, None) is None
    return trial


def test_even_times_are_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = judge(monkeypatch, EVEN)
    assert trial.control == ["Entries made 25 ms later: area 1.000."]
    assert not trial.is_suspect


@pytest.mark.parametrize("odd", [FASTER, SLOWER], ids=["faster", "slower"])
def test_what_is_so_again_leaks(monkeypatch: pytest.MonkeyPatch, odd: timing.Times) -> None:
    with pytest.raises(Leaked, match="secrets can be told"):
        judge(monkeypatch, odd, odd)


@pytest.mark.parametrize("again", [EVEN, SLOWER], ids=["even", "the other way"])
def test_what_is_not_so_again_was_chance(
    monkeypatch: pytest.MonkeyPatch, again: timing.Times
) -> None:
    trial = judge(monkeypatch, FASTER, again)
    assert "area, measured again" in trial.facts
    assert trial.is_suspect


def test_control_lost_in_noise_is_made_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = judge(monkeypatch, LOST, EVEN)
    assert trial.control == ["Entries made 50 ms later: area 1.000."]


def test_control_of_many_rounds_stays_as_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = judge(monkeypatch, LOST, EVEN, rounds=timing.MANY)
    assert trial.control == ["Entries made 25 ms later: area 1.000."]


def test_control_lost_again_and_again_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unable, match="100 ms later were not told apart"):
        judge(monkeypatch, LOST, LOST, LOST)
