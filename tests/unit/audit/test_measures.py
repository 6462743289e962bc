"""The measures: rows of databases, randomness, ranks, the line and the network log."""

import json
import secrets
import socket
import sqlite3
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pwa.audit.answers import ask, ask_all
from pwa.audit.drive.line import CUT, SLOW_3G, Line
from pwa.audit.drive.netlog import read_netlog, tally
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.errors import Unable
from pwa.audit.scan.random import judge
from pwa.audit.scan.ranks import auc, spread
from pwa.audit.scan.rows import differences, profile_rows, rows_about, settings_about

HOST = "list.example:8000"


def make_profile(folder: Path, title: str, when: int) -> Path:
    (folder / "Default").mkdir(parents=True)
    with sqlite3.connect(folder / "Default" / "History") as history:
        history.execute("CREATE TABLE urls (id, url, title, visit_count, last_visit_time)")
        history.execute("CREATE TABLE visits (id, url, visit_time, transition, visited_link_id)")
        row = (1, f"http://{HOST}/list/", title, when, when)
        history.execute("INSERT INTO urls VALUES (?, ?, ?, ?, ?)", row)
        history.execute("INSERT INTO visits VALUES (1, 1, ?, -1, 0)", (when,))
    kept = {"engagement": {f"http://{HOST},*": {"score": when}}, "other": [f"http://{HOST}/"]}
    (folder / "Default" / "Preferences").write_text(json.dumps(kept))
    return folder


def test_rows_differ_by_what_they_say_not_by_when(tmp_path: Path) -> None:
    one = profile_rows(make_profile(tmp_path / "one", "List", 7))
    other = profile_rows(make_profile(tmp_path / "other", "List", 8))
    third = profile_rows(make_profile(tmp_path / "third", "My plan", 7))
    assert differences(one, other) == []
    assert len(differences(one, third)) == 2
    assert "My plan" in "".join(differences(one, third))


def test_visits_are_shown_with_their_address(tmp_path: Path) -> None:
    rows = profile_rows(make_profile(tmp_path / "one", "List", 7))
    kinds = rows["Default/History: kinds of visits"]
    assert kinds == {(f"http://{HOST}/list/", "kind 4294967295", "0")}


def test_only_rows_that_name_the_host_are_about_it(tmp_path: Path) -> None:
    rows = profile_rows(make_profile(tmp_path / "one", "List", 7))
    assert set(rows_about(rows, HOST)) == {
        "Default/History: urls",
        "Default/History: kinds of visits",
    }
    assert rows_about(rows, "other.example") == {}
    # Another port of the same name is another deployment.
    assert rows_about(rows, "list.example:9000") == {}


def test_settings_that_name_the_host_are_found(tmp_path: Path) -> None:
    profile = make_profile(tmp_path / "one", "List", 7)
    assert settings_about(profile, HOST) == {
        f"Default/Preferences: /engagement/http://{HOST},*",
        "Default/Preferences: /other/*",
    }


def test_random_bytes_pass_and_others_do_not() -> None:
    data = secrets.token_bytes(1 << 20)
    assert judge(data).faults() == []
    assert judge(data[:-4096] + bytes(4096)).faults() != []
    biased = bytes(byte & 0xFE if at % 16 == 0 else byte for at, byte in enumerate(data))
    assert judge(biased).faults() != []
    assert judge(data[:4096] * 256).faults() != []
    stuck = bytes([0b01010101]) * 8192
    assert len(judge(stuck).faults()) == 3
    with pytest.raises(ValueError, match="too few"):
        judge(b"short")


def test_area_is_the_chance_that_the_second_is_larger() -> None:
    assert auc([1, 2, 3], [4, 5, 6]) == 1
    assert auc([4, 5, 6], [1, 2, 3]) == 0
    assert auc([1, 2], [1, 2]) == 0.5
    assert auc([1, 3], [2, 3]) == 0.625
    assert spread(1000, 1000) == pytest.approx(0.01291, abs=1e-5)


def through(line: Line) -> bytes:
    with socket.create_connection(("127.0.0.1", line.own_port), timeout=5) as connection:
        connection.sendall(b"GET /there HTTP/1.0\r\n\r\n")
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
    return b"".join(parts)


def dropped(line: Line) -> bool:
    with suppress(ConnectionError):
        return through(line) == b""
    return True


def test_line_carries_slows_and_cuts(tiny: TinyServer) -> None:
    line = Line(tiny.url)
    try:
        assert b"<title>there" in through(line)
        line.set(SLOW_3G)
        began_s = time.monotonic()
        assert b"<title>there" in through(line)
        # Two round trips: the connection and the request.
        assert time.monotonic() - began_s >= 4 * SLOW_3G.delay_s
        line.set(CUT)
        assert dropped(line)
    finally:
        line.close()


def test_cut_line_drops_what_is_under_way() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        line = Line(f"http://127.0.0.1:{silent.getsockname()[1]}")
        with socket.create_connection(("127.0.0.1", line.own_port), timeout=5) as connection:
            far, _ = silent.accept()
            far.settimeout(5)
            timer = threading.Timer(0.2, line.set, (CUT,))
            timer.start()
            with suppress(ConnectionResetError):
                assert connection.recv(1) == b""
            timer.join()
            far.close()
        line.close()


def test_network_log_tells_requests_from_other_events(tmp_path: Path) -> None:
    def event(kind: int, url: str) -> dict[str, object]:
        return {"type": kind, "params": {"url": url, "method": "GET", "initiator": "http://a"}}

    events = [
        event(2, "http://a/x"),
        event(2, "http://b/y"),
        event(2, "data:,"),
        event(3, "http://a/z"),
    ]
    log = {"constants": {"logEventTypes": {"URL_REQUEST_START_JOB": 2}}, "events": events}
    path = tmp_path / "log.json"
    path.write_text(json.dumps(log))
    asked = read_netlog(path)
    assert [each.url for each in asked] == ["http://a/x", "http://b/y"]
    assert tally(asked, "http://a") == {"GET /x": 1}


def test_answers_are_taken_as_they_come(tiny: TinyServer) -> None:
    answer = ask(tiny.url, "/somewhere")
    assert (answer.status, answer.path) == (200, "/somewhere")
    assert b"<title>somewhere" in answer.body
    assert ask(tiny.url, "/k", method="POST", body=b"{}").status == 501


def test_deployment_that_does_not_answer_is_no_verdict() -> None:
    # Nobody listens at a port that is only held, and nobody else is given it.
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{held.getsockname()[1]}"
        with pytest.raises(Unable, match="did not answer"):
            ask_all(address, ["list"])
