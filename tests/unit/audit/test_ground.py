"""Profiles that probes start from, whatever an earlier try left behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest

from pwa.audit.errors import Unable
from pwa.audit.ground import Ground


@pytest.mark.parametrize("name", ["cover_only", "with_space"])
def test_half_a_profile_is_cleared_away_before_the_next_try(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[list[str]] = []

    @contextmanager
    def half_made(_ground: Ground, profile: Path) -> Iterator[None]:
        met.append([each.name for each in profile.glob("*")])
        profile.mkdir()
        (profile / "half").touch()
        raise Unable("the browser ended")
        yield

    monkeypatch.setattr(Ground, "_running", half_made)
    ground = Ground(cast(Any, None), "", "", tmp_path, code="0000")
    for _ in range(2):
        with pytest.raises(Unable):
            getattr(ground, name)
    assert met == [[], []]
