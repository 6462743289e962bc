"""One push request and its answer over a pooled connection of `aiohttp`.

Every push is the same but for its address, so the general request and response objects of an HTTP
client, which cost more than the request itself, are left out: the text is written as RFC 9112 has
it, and the library's own parser reads what comes back. Which addresses a connection may lead to is
the connector's business (`pwa.reminders.line`).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import aiohttp
from aiohttp.http import HttpProcessingError, RawResponseMessage
from aiohttp.streams import StreamReader
from yarl import URL

MAX_ANSWER_BYTES = 4096
MAX_HEAD_LINE = 8190
MAX_ORIGINS = 1024
CONNECT_TIMEOUT_S = 5
CONNECTING = aiohttp.ClientTimeout(sock_connect=CONNECT_TIMEOUT_S)


class NoAnswer(OSError):
    """What came back is no HTTP."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, and what it says about waiting."""

    status: int
    retry_after: str | None

    async def text(self) -> str:
        """Return nothing: what a push service writes is of no use here."""
        return ""


class Wire:
    """Posts over one connector's connections."""

    def __init__(self, connector: aiohttp.TCPConnector) -> None:
        """Take the connector."""
        self._connector = connector
        # What the connector needs to know of a request is its origin.
        self._knock = lru_cache(MAX_ORIGINS)(_make_knock)

    async def post(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Post without a body, and read the answer as far as it is worth."""
        origin, path = split(url)
        text = write_request(origin, path, headers)
        connection = await self._connector.connect(self._knock(origin), [], CONNECTING)
        is_whole = False
        try:
            message, is_whole = await _exchange(connection, text)
        finally:
            (connection.release if is_whole else connection.close)()
        return Answer(message.code, message.headers.get("Retry-After"))


def split(url: str) -> tuple[str, str]:
    """Return the origin and the rest of an address, as it is written."""
    end = url.find("/", url.index("://") + 3)
    return (url[:end], url[end:]) if end > 0 else (url, "/")


def write_request(origin: str, path: str, headers: Mapping[str, str]) -> bytes:
    """Return the bytes of a request without a body.

    Raises `ValueError` where a piece of it could end its line.
    """
    rest = _rest(origin, tuple(headers.items()))
    if not path.isprintable() or " " in path:
        raise ValueError("not a path")
    return f"POST {path} HTTP/1.1\r\n{rest}".encode("ascii")


# The same for hours for everybody at one push service.
@lru_cache(maxsize=64)
def _rest(origin: str, headers: tuple[tuple[str, str], ...]) -> str:
    every = (("Host", origin.partition("://")[2]), *headers, ("Content-Length", "0"))
    lines = [f"{name}: {text}" for name, text in every]
    if not all(line.isprintable() for line in lines):
        raise ValueError("not a header")
    return "\r\n".join((*lines, "", ""))


async def _exchange(
    connection: aiohttp.connector.Connection, text: bytes
) -> tuple[RawResponseMessage, bool]:
    """Write a request, return its answer, and whether the connection can be used again."""
    protocol, transport = connection.protocol, connection.transport
    if protocol is None or transport is None:
        raise NoAnswer("the connection has ended")
    protocol.set_response_params(
        read_until_eof=True, auto_decompress=False,
        max_line_size=MAX_HEAD_LINE, max_field_size=MAX_HEAD_LINE,
    )  # fmt: skip
    transport.write(text)
    try:
        message, payload = await protocol.read()
        # RFC 9110 (15.2): others may come before the answer.
        while 100 <= message.code < 200 and message.code != 101:
            message, payload = await protocol.read()
    except HttpProcessingError as error:
        raise NoAnswer("not an answer") from error
    return message, payload.at_eof() or await _ends(payload)


async def _ends(payload: StreamReader) -> bool:
    """Read a text to its end, so that its connection can be used again; `False` when it is long."""
    left = MAX_ANSWER_BYTES
    async for chunk in payload.iter_any():
        left -= len(chunk)
        if left < 0:
            return False
    return True


def _make_knock(origin: str) -> aiohttp.ClientRequest:
    return aiohttp.ClientRequest(
        "POST", URL(origin, encoded=True), loop=asyncio.get_running_loop(), ssl=True
    )
