"""The way out: private addresses, redirects, cookies, floods and drips get nowhere."""

import asyncio
import socket
from collections.abc import Sequence

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from pwa.reminders import line as line_module
from pwa.reminders.line import AddressRefused, VettedResolver, open_line
from pwa.reminders.wire import Answer, NoAnswer
from tests.support.pushsink import Sink, running_sink

NAME = "push.example"
PUBLIC = "142.250.1.95"
PRIVATE = [
    "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1", "0.0.0.0",
    "64:ff9b::7f00:1",
]  # fmt: skip


class Told(AbstractResolver):
    """A resolver that says something else each time; the last again and again."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        del family
        addresses = self._answers[min(self.asked, len(self._answers) - 1)]
        self.asked += 1
        return [
            ResolveResult(
                hostname=host, host=each, port=port, proto=0, flags=socket.AI_NUMERICHOST,
                family=socket.AF_INET6 if ":" in each else socket.AF_INET,
            )
            for each in addresses
        ]  # fmt: skip

    async def close(self) -> None:
        return None


async def post(
    url: str, *, takes_loopback: bool, resolver: AbstractResolver, seconds: float = 5
) -> Answer:
    async with open_line(2, takes_loopback=takes_loopback, resolver=resolver) as line:
        return await line.post(url, timeout=seconds, data=None, headers={})


def test_name_that_leads_here_is_reached_only_where_tests_allow_it() -> None:
    with running_sink() as sink:
        url = f"http://{NAME}:{sink.port}/ok"
        told = Told(["127.0.0.1"])
        answer = asyncio.run(post(url, takes_loopback=True, resolver=told))
        assert (answer.status, sink.connections) == (201, 1)
        with pytest.raises(aiohttp.ClientConnectorError):
            asyncio.run(post(url, takes_loopback=False, resolver=told))
        assert sink.connections == 1


def test_address_in_place_of_a_name_is_not_reached() -> None:
    with running_sink() as sink:
        told = Told([PUBLIC])
        with pytest.raises(aiohttp.ClientConnectorError):
            asyncio.run(post(sink.url("ok"), takes_loopback=False, resolver=told))
        assert (sink.connections, told.asked) == (0, 0)


@pytest.mark.parametrize("address", PRIVATE)
def test_name_with_one_private_address_is_refused_whole(address: str) -> None:
    async def resolve(*addresses: str) -> list[ResolveResult]:
        return await VettedResolver(Told(addresses)).resolve(NAME, 443)

    assert [each["host"] for each in asyncio.run(resolve(PUBLIC))] == [PUBLIC]
    for addresses in ([address], [PUBLIC, address], [address, PUBLIC], []):
        with pytest.raises(AddressRefused):
            asyncio.run(resolve(*addresses))


def test_name_with_one_private_address_is_not_connected_to_at_its_public_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[object] = []

    def note(address: object) -> socket.socket:
        tried.append(address)
        raise OSError("not connected in a test")

    monkeypatch.setattr(line_module, "_open_any", note)
    for addresses, count in (([PUBLIC], 1), ([PUBLIC, "10.0.0.1"], 1)):
        told = Told(addresses)
        with pytest.raises(aiohttp.ClientConnectorError):
            asyncio.run(post(f"https://{NAME}/a", takes_loopback=False, resolver=told))
        assert len(tried) == count


def test_name_that_changes_its_mind_is_connected_where_it_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def note(address: tuple[object, object, object, str, tuple[str, int]]) -> socket.socket:
        tried.append(address[4][0])
        raise OSError("not connected in a test")

    monkeypatch.setattr(line_module, "_open_any", note)
    told = Told([PUBLIC], ["127.0.0.1"])
    with pytest.raises(aiohttp.ClientConnectorError):
        asyncio.run(post(f"https://{NAME}/a", takes_loopback=False, resolver=told))
    assert (tried, told.asked) == ([PUBLIC], 1)
    with pytest.raises(aiohttp.ClientConnectorError):
        asyncio.run(post(f"https://{NAME}/a", takes_loopback=False, resolver=Told(["127.0.0.1"])))
    assert tried == [PUBLIC]


def post_here(sink: Sink, path: str, seconds: float = 5) -> Answer:
    told = Told(["127.0.0.1"])
    return asyncio.run(post(sink.url(path), takes_loopback=True, resolver=told, seconds=seconds))


def test_redirect_is_an_answer_and_not_followed() -> None:
    with running_sink() as sink:
        assert post_here(sink, "redirect").status == 307
        assert list(sink.counts) == ["/redirect"]


def test_endless_answer_is_cut_off() -> None:
    with running_sink() as sink:
        assert post_here(sink, "flood").status == 201


@pytest.mark.parametrize("way", ["hang", "drip"])
def test_slow_answer_has_an_end(way: str) -> None:
    async def wait(sink: Sink) -> bool:
        told = Told(["127.0.0.1"])
        asked = post(sink.url(way), takes_loopback=True, resolver=told, seconds=0.5)
        task = asyncio.create_task(asked)
        done, _ = await asyncio.wait({task}, timeout=20)
        task.cancel()
        return bool(done) and isinstance(task.exception(), TimeoutError)

    with running_sink() as sink:
        assert asyncio.run(wait(sink))


@pytest.mark.parametrize("way", ["reset", "lie"])
def test_no_answer_is_a_failure_of_a_known_kind(way: str) -> None:
    with running_sink() as sink, pytest.raises((aiohttp.ClientError, NoAnswer)):
        post_here(sink, way)


def test_cookies_are_not_kept_and_connections_are() -> None:
    async def post_twice(sink: Sink) -> None:
        async with open_line(2, takes_loopback=True) as line:
            for _ in range(2):
                await line.post(sink.url("cookie"), timeout=5, data=None, headers={})

    with running_sink() as sink:
        asyncio.run(post_twice(sink))
        assert (len(sink.heads), sink.connections) == (2, 1)
        assert b"ookie:" not in sink.heads[1]


def test_endpoint_is_posted_as_it_was_given() -> None:
    with running_sink() as sink:
        post_here(sink, "ok/?token=BQ%3d%3d&a=%2F;b")
        assert sink.heads[0].startswith(b"POST /ok/?token=BQ%3d%3d&a=%2F;b HTTP/1.1\r\n")
