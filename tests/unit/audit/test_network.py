"""What two sessions asked for is told apart by names, whatever a busy machine does late."""

from pathlib import Path
from typing import Any, cast

import pytest

from pwa.audit.drive.netlog import Asked
from pwa.audit.errors import Leaked
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probes import network

HOME = "http://127.0.0.1:8000"
Logs = tuple[list[Asked], list[Asked]]


def asked(*paths: str, origin: str = HOME) -> list[Asked]:
    return [Asked("GET", f"{origin}{path}", "") for path in paths]


def compare(monkeypatch: pytest.MonkeyPatch, *attempts: Logs) -> Trial:
    left = iter(attempts)
    monkeypatch.setattr(network, "_use_both", lambda *_: next(left))
    ground = Ground(cast(Any, None), "", HOME, Path())
    trial = Trial("network/requests", "", (), "chromium", "list")
    network.same_requests(ground, trial)
    return trial


def test_same_requests_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = compare(monkeypatch, (asked("/list/", "/list/"), asked("/list/", "/list/")))
    assert trial.facts["requests with a space"] == "2 × GET /list/"
    assert not trial.is_suspect


def test_look_for_a_newer_worker_may_come_once_or_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    compare(monkeypatch, (asked("/list/sw.js"), asked("/list/sw.js", "/list/sw.js")))


def test_request_that_came_late_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    late = asked("/list/"), asked("/list/", "/list/sw.js")
    trial = compare(monkeypatch, late, (late[1], late[1]))
    assert trial.facts["requests with a space"] == "2 × GET /list/, 1 × GET /list/sw.js"
    assert trial.is_suspect


def test_same_request_made_once_more_each_time_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    uneven = asked("/list/", "/list/"), asked("/list/")
    with pytest.raises(Leaked, match="asked for more often by one of the two: GET /list/"):
        compare(monkeypatch, uneven, uneven)


def test_request_seen_once_with_a_space_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    once = asked("/list/", "/list/left"), asked("/list/")
    with pytest.raises(Leaked, match="GET /list/left"):
        compare(monkeypatch, once, (once[1], once[1]))


def test_request_to_another_host_leaks_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    there = asked("/x", origin="http://127.0.0.1:9000")
    with pytest.raises(Leaked, match=r"asked elsewhere: http://127\.0\.0\.1:9000/x"):
        compare(monkeypatch, (asked("/list/") + there, asked("/list/")))


@pytest.mark.parametrize(
    "there",
    [
        Asked("GET", "ws://other.example/x", HOME),
        Asked("WEBTRANSPORT", "https://other.example/x", "http://127.0.0.1"),
        Asked("LOOK UP", "other.example", "http://127.0.0.1"),
        Asked("SEND", "udp://192.0.2.7:3478", ""),
    ],
    ids=lambda each: each.method,
)
def test_other_ways_to_speak_with_another_host_leak_too(
    monkeypatch: pytest.MonkeyPatch, there: Asked
) -> None:
    with pytest.raises(Leaked, match="asked elsewhere"):
        compare(monkeypatch, ([*asked("/list/"), there], asked("/list/")))
