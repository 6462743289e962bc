"""What a bare machine lacks for the tests is asked of Debian, and only there and then."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pwa.audit import engines
from tests.support import databases
from tools import browsers, debian, postgresql


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Put an apt-get on the path that installs nothing and notes what it was asked."""
    note = tmp_path / "asked"
    program = tmp_path / "bin/apt-get"
    program.parent.mkdir()
    refuses = 'case "$*" in *webkit2gtk-driver*) exit 100;; esac'
    program.write_text(f'#!/bin/sh\necho "$@" >> {note}\n{refuses}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return lambda: note.read_text().splitlines() if note.exists() else []


@pytest.fixture
def no_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "find_server", lambda _name: None)


@pytest.mark.usefixtures("no_postgresql")
def test_postgresql_is_installed_where_there_is_none(asked: Callable[[], list[str]]) -> None:
    assert not postgresql.ensure()
    assert asked() == ["update -q", "install -yq --no-install-recommends postgresql"]


def test_postgresql_that_is_there_is_left_alone(
    asked: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "find_server", lambda name: f"/there/{name}")
    assert postgresql.ensure()
    assert asked() == []


def test_half_a_postgresql_is_none(
    asked: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        databases, "find_server", lambda name: None if name == "postgres" else f"/there/{name}"
    )
    assert not postgresql.ensure()
    assert asked()


def test_postgresql_just_installed_is_found(
    asked: Callable[[], list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "DEBIANS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    def install(*_packages: str) -> None:
        for name in ("initdb", "pg_ctl", "postgres"):
            program = tmp_path / "15/bin" / name
            program.parent.mkdir(parents=True, exist_ok=True)
            program.touch(mode=0o755)

    monkeypatch.setattr(debian, "install", install)
    assert postgresql.ensure()
    assert asked() == []


@pytest.mark.usefixtures("no_postgresql")
def test_nothing_is_installed_by_anybody_but_root(
    asked: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not postgresql.ensure()
    assert asked() == []


def test_package_that_cannot_be_had_keeps_none_away(
    asked: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsers, "kit", lambda: None)
    monkeypatch.setattr(type(engines.FIREFOX), "find", lambda _engine: None)
    browsers.add_others()
    wanted = [line.rpartition(" ")[2] for line in asked() if line.startswith("install")]
    assert wanted == [*browsers.WEBKIT, browsers.FIREFOX]


@pytest.mark.usefixtures("no_postgresql")
def test_without_apt_get_nothing_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[str, ...]] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(debian, "attempt", lambda *command: tried.append(command))
    assert not postgresql.ensure()
    assert tried == []
