"""How often a probe does a thing: a push that is lost comes again, exits end somewhere."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from pwa.audit.drive.frames import Times
from pwa.audit.probes import shown, speed


def phone(monkeypatch: pytest.MonkeyPatch, *, lost: int) -> tuple[Any, Any, list[int]]:
    """Return a ground and a lab whose worker loses the first pushes, and what was handed over."""
    handed: list[int] = []
    monkeypatch.setattr(shown, "SHOWN_WITHIN_S", 0.05)
    monkeypatch.setattr(shown, "deliver", lambda _page: handed.append(len(handed)))
    monkeypatch.setattr(
        shown, "shown_notices", lambda _page: [["Groceries"]] if len(handed) > lost else []
    )
    context = SimpleNamespace(grant_permissions=lambda *_words, **_options: None)
    lab = SimpleNamespace(has_devtools=True, context=context, page=None)
    ground = SimpleNamespace(address="", settled=lambda _lab: None)
    return ground, lab, handed


def test_a_push_that_was_lost_is_handed_over_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ground, lab, handed = phone(monkeypatch, lost=2)
    assert shown._noticed(ground, lab) == ["Groceries"]
    assert len(handed) == 3


def test_a_push_that_came_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    ground, lab, handed = phone(monkeypatch, lost=0)
    assert shown._noticed(ground, lab) == ["Groceries"]
    assert len(handed) == 1


@pytest.mark.parametrize(("asked", "made"), [(50, 50), (200, 200), (1000, 200)])
def test_exits_are_timed_at_most_200_times(
    asked: int, made: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []

    def timed(_page: object, _once: object, count: int) -> Times:
        rounds.append(count)
        return Times([2.0] * count, [16.0] * count, [14.0])

    monkeypatch.setattr(speed, "timed", timed)
    monkeypatch.setattr(speed, "_see_covered", lambda *_words: None)
    trial = SimpleNamespace(done=[], facts={}, timings={})
    lab = SimpleNamespace(page=None, has_devtools=True)
    speed._leave_often(*cast(Any, (SimpleNamespace(rounds=asked), lab, None, trial)))
    assert rounds == [made]
    assert trial.facts["cover in the very next frame"] == f"{made} of {made}"
