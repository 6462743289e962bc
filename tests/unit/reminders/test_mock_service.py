"""Our signatures and headers before npm's `web-push-testing`, a push service written by others.

It decrypts every message and knows none without text, so a relay between adds a text of its own,
encrypted for that subscription; every header of ours goes through as it came.
"""

import asyncio
import json
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from pywebpush import WebPusher
from sqlalchemy import Engine

from pwa.reminders.patience import Patience
from pwa.reminders.sender import Sender
from pwa.reminders.vapid import read_generation
from tests.support.due import SCALAR, insert_due
from tests.support.waiting import until
from tests.unit.reminders.test_sender import OLD_SCALAR, count, settings

ROOT = Path(__file__).parents[3]
PROGRAM = ROOT / "node_modules/web-push-testing/src/bin/server.js"
TEXT = "a text that only the relay adds"


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    """The mock push service as a process; its address."""
    node = shutil.which("node", path=f"{ROOT / '.venv/bin'}:/usr/local/bin:/usr/bin:/bin")
    assert node is not None
    # It finds no free port by itself, and one that was free may be another's by now.
    for _ in range(5):
        with running(node, free_port()) as address:
            if address is not None:
                yield address
                return
    pytest.fail("the mock push service did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(node: str, port: int) -> Iterator[str | None]:
    """Run the mock at a port; give its address, or nothing where it did not start."""
    process = subprocess.Popen([node, PROGRAM, str(port)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        is_running = "Server running" in process.stdout.readline()
        yield f"http://127.0.0.1:{port}" if is_running else None
    finally:
        process.terminate()
        process.communicate(timeout=20)


def ask(url: str, body: dict[str, str]) -> tuple[int, Any]:
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with suppress(urllib.error.HTTPError), urllib.request.urlopen(request, timeout=20) as answer:
        text = answer.read().decode()
        return answer.status, json.loads(text) if text.startswith("{") else text
    return 400, None


def subscribe(service: str, scalar: bytes) -> dict[str, Any]:
    key = read_generation(scalar).public
    status, answer = ask(
        f"{service}/subscribe", {"userVisibleOnly": "true", "applicationServerKey": key}
    )
    assert status == 200, answer
    data: dict[str, Any] = answer["data"]
    return data


@dataclass(slots=True)
class Relay:
    """Passes pushes on to the mock, adding an encrypted text."""

    service: str
    subscriptions: dict[str, dict[str, Any]]
    statuses: dict[str, int] = field(default_factory=dict)

    async def pass_on(self, request: web.Request) -> web.Response:
        assert await request.read() == b"", "our own pushes have no text"
        name = request.match_info["name"]
        subscription = self.subscriptions[name]
        body = WebPusher(subscription).encode(TEXT.encode())["body"]
        headers = dict(request.headers) | {"Content-Encoding": "aes128gcm"}
        for own in ("Host", "Content-Length"):
            headers.pop(own)
        headers["Content-Type"] = "application/octet-stream"
        url = f"{self.service}/notify/{name}"
        async with (
            ClientSession() as session,
            session.post(url, data=body, headers=headers) as answer,
        ):
            self.statuses[name] = answer.status
            return web.Response(status=answer.status)


def push_all(engine: Engine, relay: Relay, *scalars: bytes) -> None:
    """Let a sender push to every subscription through the relay, once."""

    async def run() -> None:
        app = web.Application()
        app.router.add_post("/notify/{name}", relay.pass_on)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        insert_due(
            engine, [f"http://127.0.0.1:{port}/notify/{name}" for name in relay.subscriptions]
        )
        patience = Patience()
        task = asyncio.create_task(Sender(engine, settings(*scalars)).run(patience))
        await until(lambda: len(relay.statuses) == len(relay.subscriptions))
        patience.stop()
        await task
        await runner.cleanup()

    asyncio.run(run())


def test_signature_and_headers_are_accepted(service: str, engine: Engine) -> None:
    subscription = subscribe(service, SCALAR)
    name = subscription["clientHash"]
    relay = Relay(service, {name: subscription})
    push_all(engine, relay)
    assert relay.statuses == {name: 201}
    answer = ask(f"{service}/get-notifications", {"clientHash": name})
    assert answer == (200, {"data": {"messages": [TEXT]}})
    assert count(engine, "tries = 0") == 1


def test_signature_under_another_key_is_not_accepted(service: str, engine: Engine) -> None:
    subscription = subscribe(service, OLD_SCALAR)
    relay = Relay(service, {subscription["clientHash"]: subscription})
    push_all(engine, relay)
    assert list(relay.statuses.values()) == [400]


def test_expired_subscription_is_deleted(service: str, engine: Engine) -> None:
    subscription = subscribe(service, SCALAR)
    name = subscription["clientHash"]
    assert ask(f"{service}/expire-subscription/{name}", {})[0] == 200
    relay = Relay(service, {name: subscription})
    push_all(engine, relay)
    assert relay.statuses == {name: 410}
    assert count(engine) == 0
