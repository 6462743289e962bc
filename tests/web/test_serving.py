"""`pwa serve` as a process: starts, answers, stops gracefully, refuses a port in use."""

import asyncio
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text

from pwa import db
from tests.support.due import make_all_due
from tests.support.pushsink import running_sink
from tests.support.waiting import until

TIMEOUT_S = 60
RULE = {
    "days": [1, 2, 3, 4, 5, 6, 7], "from": "00:00", "to": "24:00", "zone": "UTC",
    "every": {"count": 1, "unit": "day"},
}  # fmt: skip
CANARY = "canary-52aa"


class Served(NamedTuple):
    """A running server, the address it printed and its demo start code."""

    process: "subprocess.Popen[str]"
    address: str
    code: str


def command(*words: str) -> list[str]:
    return [sys.executable, "-c", "from pwa.cli import main; main()", *words]


@pytest.fixture
def environ(tmp_path: Path, built: Path) -> dict[str, str]:
    root = Path(__file__).parent.parent.parent
    keep = {key: value for key, value in os.environ.items() if not key.startswith("PWA_")}
    return keep | {
        "PWA_VAR": str(tmp_path / "var"),
        "PWA_BUILT": str(built),
        "PWA_LOG_LEVEL": "DEBUG",
        "PWA_SENDER": "off",
        "PYTHONPATH": str(root),
    }


@pytest.fixture
def served(environ: dict[str, str], tmp_path: Path) -> Iterator[Served]:
    with serving(environ, tmp_path) as running:
        yield running


@contextmanager
def serving(environ: dict[str, str], tmp_path: Path) -> Iterator[Served]:
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            command("serve", "--demo", "--port", "0", "--workers", "2"),
            env=environ, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True,
        )  # fmt: skip
        assert process.stdout is not None
        try:
            address = re.fullmatch(
                r"Open (http://127\.0\.0\.1:\d+)/list/\n", process.stdout.readline()
            )
            code = re.fullmatch(r"Start code ([\d ]{14})\n", process.stdout.readline())
            assert address is not None, (tmp_path / "log").read_text()
            assert code is not None
            yield Served(process, address[1], code[1])
        finally:
            # Its workers outlive a server that is killed.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(TIMEOUT_S)
            process.stdout.close()


def until_read(line: socket.socket) -> None:
    """Wait until the other end, on this machine, has read all that was sent to it."""
    ends = [f":{port:04X}" for port in (line.getpeername()[1], line.getsockname()[1])]
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()]
        [theirs] = [row for row in rows if [row[1][-5:], row[2][-5:]] == ends]
        if theirs[4].endswith(":00000000"):
            return
    raise TimeoutError


def send(served: Served, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    headers = {"User-Agent": CANARY, "Referer": f"http://{CANARY}/"}
    request = urllib.request.Request(served.address + path, data=body, headers=headers)
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
        return answer.status, answer.read()


def test_server_answers_and_stops_gracefully(served: Served, tmp_path: Path) -> None:
    assert send(served, f"/list/?q={CANARY}")[0] == 200
    assert send(served, "/healthz") == (200, b'{"ready":true}')
    status, kit = send(served, "/k", json.dumps({"code": served.code}).encode())
    assert status == 200
    assert b"export const pack" in send(served, json.loads(kit)["pack"])[1]
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(TIMEOUT_S) == 0
    log = (tmp_path / "log").read_text()
    assert "started" in log
    assert "stopped" in log
    assert CANARY not in log
    assert "127.0.0.1" not in log


def test_server_forgets_old_tries_at_the_desk_though_nobody_comes(
    environ: dict[str, str], tmp_path: Path
) -> None:
    subprocess.run(command("secrets"), env=environ, check=True, stdout=subprocess.DEVNULL)
    engine = db.open_database(f"sqlite:///{tmp_path / 'var/pwa.sqlite'}")
    db.upgrade(engine)
    with engine.begin() as connection:
        for at_s in (time.time() - 3700, time.time()):
            values = {"at": int(at_s)}
            connection.execute(text("INSERT INTO desk_try (mark, at_s) VALUES ('x', :at)"), values)

    def left() -> int:
        with engine.connect() as connection:
            return int(connection.execute(text("SELECT count(*) FROM desk_try")).scalar_one())

    assert left() == 2
    with serving(environ, tmp_path):
        asyncio.run(until(lambda: left() == 1))
    engine.dispose()


def test_requests_under_way_are_answered_before_the_stop(served: Served) -> None:
    body = json.dumps({"code": served.code})
    line = http.client.HTTPConnection(served.address.removeprefix("http://"), timeout=TIMEOUT_S)
    line.request("POST", "/k", body)
    first = line.getresponse()
    assert (first.status, first.read()[:1]) == (200, b"{")
    line.request("POST", "/k", body)
    # A worker that has not read it yet may take the line for idle, and close it.
    until_read(line.sock)
    served.process.send_signal(signal.SIGTERM)
    second = line.getresponse()
    assert (second.status, second.read()[:1]) == (200, b"{")
    line.close()
    assert served.process.wait(TIMEOUT_S) == 0


def test_reminder_is_sent_by_the_server_itself_and_the_sender_stops_with_it(
    environ: dict[str, str], tmp_path: Path
) -> None:
    environ = environ | {"PWA_PUSH_LOOPBACK": "on", "PWA_SENDER": "auto"}
    with running_sink() as sink, serving(environ, tmp_path) as served:
        body = {"endpoint": sink.url("ok"), "rule": RULE}
        assert send(served, "/r", json.dumps(body).encode())[0] == 201
        engine = db.open_database(f"sqlite:///{environ['PWA_VAR']}/pwa.sqlite")
        make_all_due(engine)
        engine.dispose()
        asyncio.run(until(lambda: len(sink.heads) == 1, 2 * TIMEOUT_S))
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(TIMEOUT_S) == 0
    log = (tmp_path / "log").read_text()
    assert log.index("sender ready") < log.index("sender stopped")
    assert "Error" not in log


def test_sender_ends_when_its_server_is_killed(environ: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(environ | {"PWA_SENDER": "auto"}, tmp_path) as served:
        asyncio.run(until(lambda: "sender ready" in log.read_text(), 2 * TIMEOUT_S))
        served.process.kill()
        asyncio.run(until(lambda: "sender stopped" in log.read_text(), 2 * TIMEOUT_S))


def test_server_names_no_version(served: Served) -> None:
    with urllib.request.urlopen(f"{served.address}/list/", timeout=TIMEOUT_S) as answer:
        assert not re.search(r"\d", answer.headers.get("Server", ""))


def test_port_in_use_is_refused(served: Served, environ: dict[str, str]) -> None:
    port = served.address.rsplit(":", 1)[1]
    done = subprocess.run(
        command("serve", "--demo", "--port", port), env=environ, capture_output=True, text=True,
        timeout=TIMEOUT_S, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert re.fullmatch(rf"pwa: 127\.0\.0\.1 port {port} [^\n]+ \[port-taken\]\n", done.stderr)
    # The running server's demo code is still good.
    assert send(served, "/k", json.dumps({"code": served.code}).encode())[0] == 200


@pytest.mark.usefixtures("served")
def test_lost_secrets_are_not_replaced(environ: dict[str, str]) -> None:
    Path(environ["PWA_VAR"], "secrets").unlink()
    done = subprocess.run(
        command("serve", "--port", "0"), env=environ, capture_output=True, text=True,
        timeout=TIMEOUT_S, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "PWA_CODE_PEPPER is not set" in done.stderr
    assert "[setting-missing]" in done.stderr
