"""What comes of one case: a verdict only where something was seen, whatever goes wrong."""

from pathlib import Path
from typing import Any, cast

import pytest

from pwa.audit.errors import Beyond, Leaked, TookTooLong, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe, attempt


def tried(
    *troubles: Exception | None,
    control: str = "",
    has_left: bool = False,
    is_suspect: bool = False,
    tries: int = 1,
    engine: str = "chromium",
) -> Trial:
    """Run a case that meets each trouble in turn, and then always the last."""
    left = list(troubles)
    met: list[Exception | None] = []

    def run(_ground: Ground, trial: Trial) -> None:
        met.append(left.pop(0) if len(left) > 1 else left[0])
        trial.has_left = has_left
        trial.is_suspect = is_suspect
        trial.control += [control] * bool(control)
        if met[-1] is not None:
            raise met[-1]

    case = Case("case", "Title", run)
    ground = Ground(cast(Any, None), "", "", Path(), engine=engine)
    trial = attempt(Probe("probe", ("P1",), (case,)), case, ground)
    assert len(met) == tries
    return trial


def test_what_came_to_its_end_with_a_control_held() -> None:
    assert tried(None, control="Seen.").verdict == "held"


def test_without_a_control_nothing_was_shown() -> None:
    trial = tried(None, tries=2)
    assert (trial.verdict, trial.reason) == ("not run", "no positive control fired")


@pytest.mark.parametrize("has_left", [False, True])
def test_leak_is_a_leak(*, has_left: bool) -> None:
    trial = tried(Leaked("there"), has_left=has_left)
    assert (trial.verdict, trial.reason) == ("leaked", "there")


def test_what_does_not_come_is_a_leak_only_after_leaving() -> None:
    assert tried(TookTooLong("it"), tries=2).verdict == "not run"
    assert tried(TookTooLong("it"), has_left=True).verdict == "leaked"


@pytest.mark.parametrize("engine", ["chromium", "firefox", "webkit"])
@pytest.mark.parametrize("trouble", [Unable("x"), Beyond("x"), KeyError("x"), AssertionError()])
def test_what_could_not_be_looked_at_is_no_verdict(trouble: Exception, engine: str) -> None:
    for has_left in (False, True):
        # Chromium can be asked everything.
        is_beyond = isinstance(trouble, Beyond) and engine != "chromium"
        tries = 1 if is_beyond or has_left else 2
        trial = tried(trouble, control="Seen.", has_left=has_left, tries=tries, engine=engine)
        assert (trial.verdict, trial.is_beyond) == ("not run", is_beyond)
        assert trial.reason.startswith(type(trouble).__name__)


def test_what_could_not_be_looked_at_is_tried_once_more_and_says_so() -> None:
    trial = tried(Unable("busy"), None, control="Seen.", tries=2)
    assert trial.verdict == "held"
    assert trial.control == ["Seen."]
    assert trial.facts == {"tried twice, since the first time": "Unable: busy"}


def test_second_try_may_find_a_leak_but_takes_none_back() -> None:
    assert tried(Unable("busy"), Leaked("there"), tries=2).verdict == "leaked"
    assert tried(Leaked("there"), None, control="Seen.").verdict == "leaked"
    assert tried(TookTooLong("it"), None, control="Seen.", has_left=True).verdict == "leaked"


def test_what_was_seen_is_not_forgotten_by_a_second_try() -> None:
    assert tried(Unable("busy"), None, control="Seen.", is_suspect=True).verdict == "not run"
    assert tried(Unable("late"), None, control="Seen.", has_left=True).verdict == "not run"
