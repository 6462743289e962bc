"""The one way out: a pooled HTTP session to push services that trusts nothing it is told.

Every address a name resolves to is looked at when it is connected to, redirects are not followed,
no cookie is kept, an answer is read up to `MAX_ANSWER_BYTES`, and each request has an end.
"""

import socket
from collections.abc import Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from pwa.reminders.endpoints import is_public

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TOTAL_TIMEOUT_S = 10
CONNECT_TIMEOUT_S = 5
DNS_CACHE_S = 30
TIMEOUTS = aiohttp.ClientTimeout(total=TOTAL_TIMEOUT_S, sock_connect=CONNECT_TIMEOUT_S)
MAX_ANSWER_BYTES = 4096


class AddressRefused(OSError):
    """A name leads to an address that is not in the public internet."""


class VettedResolver(AbstractResolver):
    """Resolves names and gives out public addresses alone; what is checked is what is used."""

    def __init__(self, inner: AbstractResolver) -> None:
        """Take the resolver that asks."""
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of a name, or refuse it as soon as one of them is not public."""
        found = await self._inner.resolve(host, port, family)
        if not found or not all(is_public(each["host"]) for each in found):
            raise AddressRefused("not a public address")
        return found

    async def close(self) -> None:
        """Let go of the resolver that asks."""
        await self._inner.close()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, and what it says about waiting."""

    status: int
    retry_after: str | None

    async def text(self) -> str:
        """Return nothing: what a push service writes is of no use here."""
        return ""


class Line:
    """What `pywebpush` posts through in the place of a bare session."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        """Take the session."""
        self._session = session

    async def post(
        self,
        url: str,
        *,
        timeout: aiohttp.ClientTimeout,
        data: bytes | None,
        headers: Mapping[str, str],
    ) -> Answer:
        """Post, and read the answer as far as it is worth."""
        request = self._session.post(
            # As it is: quoting it anew could change the subscription it names.
            URL(url, encoded=True),
            data=data,
            headers=headers,
            timeout=timeout,
            allow_redirects=False,
        )
        async with request as response:
            if not response.content.at_eof():
                await _read_some(response)
            return Answer(response.status, response.headers.get("Retry-After"))


@asynccontextmanager
async def open_line(
    connections: int, *, takes_loopback: bool, resolver: AbstractResolver | None = None
) -> "AsyncIterator[Line]":
    """Open a session with so many connections at most; loopback is for tests alone."""
    inner = resolver or ThreadedResolver()
    connector = aiohttp.TCPConnector(
        limit=connections,
        ttl_dns_cache=DNS_CACHE_S,
        resolver=inner if takes_loopback else VettedResolver(inner),
        socket_factory=_open_any if takes_loopback else _open_public,
    )
    session = aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        # The library's name and version are nobody's business, and there is nothing to be typed.
        skip_auto_headers=("User-Agent", "Content-Type", "Accept-Encoding", "Accept"),
        auto_decompress=False,
    )
    async with session:
        yield Line(session)


async def _read_some(response: aiohttp.ClientResponse) -> None:
    """Read an answer's text to its end, so that its connection can be used again, or give it up."""
    left = MAX_ANSWER_BYTES
    async for chunk in response.content.iter_any():
        left -= len(chunk)
        if left < 0:
            response.close()
            return


def _open_public(address: Any) -> socket.socket:
    """Open a socket for a public address; an address written in a URL meets no resolver."""
    if not is_public(address[4][0]):
        raise AddressRefused("not a public address")
    return _open_any(address)


def _open_any(address: Any) -> socket.socket:
    family, kind, protocol = address[:3]
    return socket.socket(family, kind, protocol)
