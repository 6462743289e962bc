"""What comes of one case: a verdict only where something was seen, whatever goes wrong."""

from pathlib import Path
from typing import Any, cast

import pytest

from pwa.audit.errors import Beyond, Leaked, TookTooLong, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe, attempt


def tried(trouble: Exception | None, *, control: str = "", has_left: bool = False) -> Trial:
    def run(_ground: Ground, trial: Trial) -> None:
        trial.has_left = has_left
        trial.control += [control] * bool(control)
        if trouble is not None:
            raise trouble

    case = Case("case", "Title", run)
    ground = Ground(cast(Any, None), "", "", Path())
    return attempt(Probe("probe", ("P1",), (case,)), case, ground)


def test_what_came_to_its_end_with_a_control_held() -> None:
    assert tried(None, control="Seen.").verdict == "held"


def test_without_a_control_nothing_was_shown() -> None:
    trial = tried(None)
    assert (trial.verdict, trial.reason) == ("not run", "no positive control fired")


@pytest.mark.parametrize("has_left", [False, True])
def test_leak_is_a_leak(*, has_left: bool) -> None:
    trial = tried(Leaked("there"), has_left=has_left)
    assert (trial.verdict, trial.reason) == ("leaked", "there")


def test_what_does_not_come_is_a_leak_only_after_leaving() -> None:
    assert tried(TookTooLong("it")).verdict == "not run"
    assert tried(TookTooLong("it"), has_left=True).verdict == "leaked"


@pytest.mark.parametrize("trouble", [Unable("x"), Beyond("x"), KeyError("x"), AssertionError()])
def test_what_could_not_be_looked_at_is_no_verdict(trouble: Exception) -> None:
    for has_left in (False, True):
        trial = tried(trouble, control="Seen.", has_left=has_left)
        assert trial.verdict == "not run"
        assert trial.is_beyond == isinstance(trouble, Beyond)
        assert trial.reason.startswith(type(trouble).__name__)
