"""One request and its answer: what is written, what is read, and which connections are kept."""

import asyncio
import ssl
from pathlib import Path

import aiohttp
import pytest
from aiohttp import connector as connector_module

from pwa.reminders.line import open_line
from pwa.reminders.wire import Answer, write_request
from tests.support.certificate import make_certificate
from tests.support.pushsink import Sink, running_sink

ORIGIN = "https://push.example"
SIGNED = {"authorization": "vapid t=a, k=b", "ttl": "600"}


def test_request_is_these_bytes() -> None:
    assert write_request(ORIGIN, "/a%2f?b=;c", SIGNED) == (
        b"POST /a%2f?b=;c HTTP/1.1\r\nHost: push.example\r\nauthorization: vapid t=a, k=b\r\n"
        b"ttl: 600\r\nContent-Length: 0\r\n\r\n"
    )


@pytest.mark.parametrize("bad", ["\r", "\n", "\r\nX: y", "\0", "\t", "é", "\u2028"])
def test_nothing_can_end_its_line(bad: str) -> None:
    for origin, path, headers in (
        (ORIGIN + bad, "/", SIGNED),
        (ORIGIN, "/" + bad, SIGNED),
        (ORIGIN, "/", {"ttl" + bad: "600"}),
        (ORIGIN, "/", {"ttl": "600" + bad}),
    ):
        with pytest.raises(ValueError):  # noqa: PT011  # its kind is what the courier goes by
            write_request(origin, path, headers)


def test_path_ends_where_its_line_goes_on() -> None:
    with pytest.raises(ValueError, match="not a path"):
        write_request(ORIGIN, "/a HTTP/1.0", {})


def post(sink: Sink, *ways: str) -> list[Answer]:
    """Post one after another over one line."""

    async def run() -> list[Answer]:
        async with open_line(1, takes_loopback=True) as line:
            return [
                await line.post(sink.url(way), timeout=5, data=None, headers={}) for way in ways
            ]

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("way", "status", "connections"),
    [("ok", 201, 1), ("text", 201, 1), ("hints", 202, 1), ("broken", 503, 1), ("long", 201, 2),
     ("last", 201, 2), ("twice", 201, 2)],
)  # fmt: skip
def test_connection_is_kept_where_the_answer_has_ended(
    way: str, status: int, connections: int
) -> None:
    with running_sink() as sink:
        first, second = post(sink, way, "accepted")
        assert (first.status, second.status) == (status, 202)
        assert sink.connections == connections


def test_answer_tells_how_long_to_wait() -> None:
    with running_sink() as sink:
        assert [each.retry_after for each in post(sink, "busy", "ok")] == ["120", None]


def test_push_with_something_in_it_is_not_sent() -> None:
    async def run(sink: Sink) -> None:
        async with open_line(1, takes_loopback=True) as line:
            await line.post(sink.url("ok"), timeout=5, data=b"words", headers={})

    with running_sink() as sink:
        with pytest.raises(ValueError, match="carries nothing"):
            asyncio.run(run(sink))
        assert sink.connections == 0


@pytest.mark.parametrize("is_trusted", [True, False])
def test_service_without_a_good_certificate_is_told_nothing(
    is_trusted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = make_certificate(tmp_path, "localhost")
    if is_trusted:
        context = ssl.create_default_context(cafile=files[0])
        monkeypatch.setattr(connector_module, "_SSL_CONTEXT_VERIFIED", context)
    heads: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    async def run() -> int:
        own = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        own.load_cert_chain(*files)
        async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=own) as server:
            port = server.sockets[0].getsockname()[1]
            async with open_line(1, takes_loopback=True) as line:
                url = f"https://localhost:{port}/a"
                return (await line.post(url, timeout=5, data=None, headers={})).status

    if is_trusted:
        assert asyncio.run(run()) == 201
        assert len(heads) == 1
        return
    with pytest.raises(aiohttp.ClientConnectorCertificateError):
        asyncio.run(run())
    assert heads == []
