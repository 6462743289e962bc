"""The one way out: a pooled HTTP session to push services that trusts nothing it is told.

Every address a name resolves to is looked at when it is connected to, redirects are not followed,
no cookie is kept, an answer is read up to `MAX_ANSWER_BYTES`, and each request has an end.
"""

import asyncio
import socket
from collections.abc import Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from pwa.reminders.endpoints import is_public
from pwa.reminders.wire import Answer, Wire

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TOTAL_TIMEOUT_S = 10
DNS_CACHE_S = 30


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


class Line:
    """What `pywebpush` posts through in the place of a session."""

    def __init__(self, connector: aiohttp.TCPConnector) -> None:
        """Take the connector."""
        self._wire = Wire(connector)

    async def post(
        self, url: str, *, timeout: float, data: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """Post, and read the answer as far as it is worth; all of it within `timeout` seconds."""
        if data is not None:
            raise ValueError("a push carries nothing")
        async with asyncio.timeout(timeout):
            return await self._wire.post(url, headers)


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
    async with connector:
        yield Line(connector)


def _open_public(address: Any) -> socket.socket:
    """Open a socket for a public address; an address written in a URL meets no resolver."""
    if not is_public(address[4][0]):
        raise AddressRefused("not a public address")
    return _open_any(address)


def _open_any(address: Any) -> socket.socket:
    family, kind, protocol = address[:3]
    return socket.socket(family, kind, protocol)
