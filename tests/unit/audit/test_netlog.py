"""Whatever a browser's own log shows as an address is read, by whatever protocol it went."""

import json
from pathlib import Path
from typing import Any

import pytest

from pwa.audit.drive.netlog import Asked, is_from, is_to, read_netlog, tally

HOME = "http://list.example:8000"
TYPES = {
    "URL_REQUEST_START_JOB": 1,
    "HOST_RESOLVER_MANAGER_REQUEST": 2,
    "QUIC_SESSION_WEBTRANSPORT_CLIENT_ALIVE": 3,
    "UDP_CONNECT": 4,
    "UDP_BYTES_SENT": 5,
    "ANOTHER": 6,
}
KEY = "http://list.example same_site"


def event(name: str, source: int = 1, **params: Any) -> dict[str, Any]:
    return {"type": TYPES[name], "source": {"id": source}, "params": params}


def request(url: str) -> dict[str, Any]:
    return event("URL_REQUEST_START_JOB", url=url, method="GET", initiator=HOME)


def look_up(host: str, key: str = KEY) -> dict[str, Any]:
    return event("HOST_RESOLVER_MANAGER_REQUEST", host=host, network_anonymization_key=key)


def read(folder: Path, *events: dict[str, Any]) -> list[Asked]:
    path = folder / "log.json"
    log = {"constants": {"logEventTypes": TYPES}, "events": events}
    path.write_text(json.dumps(log))
    return read_netlog(path)


@pytest.mark.parametrize("scheme", ["http", "https", "ws", "wss"])
def test_requests_and_web_sockets_are_read(tmp_path: Path, scheme: str) -> None:
    url = f"{scheme}://other.example/x"
    assert read(tmp_path, request(url), request("data:,x")) == [Asked("GET", url, HOME)]


def test_web_transport_is_read(tmp_path: Path) -> None:
    url = "https://other.example:4433/x"
    there = event("QUIC_SESSION_WEBTRANSPORT_CLIENT_ALIVE", url=url, network_anonymization_key=KEY)
    assert read(tmp_path, there) == [Asked("WEBTRANSPORT", url, "http://list.example")]


def test_names_that_a_page_had_looked_up_are_read(tmp_path: Path) -> None:
    asked = read(tmp_path, look_up("other.example"), look_up("https://update.example", "null"))
    assert asked == [Asked("LOOK UP", "other.example", "http://list.example")]


def test_packets_that_pages_send_are_told_from_those_of_the_browser(tmp_path: Path) -> None:
    events = (
        event("UDP_CONNECT", 7, address="10.0.0.1:53"),
        event("UDP_BYTES_SENT", 7, address="10.0.0.1:53"),
        event("UDP_BYTES_SENT", 8, address="224.0.0.251:5353"),
        event("UDP_BYTES_SENT", 8, address="[ff02::fb]:5353"),
        event("UDP_BYTES_SENT", 9, address="192.0.2.7:3478"),
        event("UDP_BYTES_SENT", 9, address="192.0.2.7:3478"),
    )
    assert read(tmp_path, *events) == [Asked("SEND", "udp://192.0.2.7:3478", "")]


@pytest.mark.parametrize(
    ("url", "is_own"),
    [
        (f"{HOME}/x", True),
        ("ws://list.example:8000/x", True),
        ("list.example", True),
        ("http://list.example:9000/x", False),
        ("http://list.example/x", False),
        ("ws://list.example/x", False),
        ("http://other.example:8000/x", False),
        ("other.example", False),
        ("udp://list.example:3478", False),
        ("http://list.example.other:8000/", False),
    ],
)
def test_own_address_is_told_from_others(url: str, *, is_own: bool) -> None:
    assert is_to(url, HOME) is is_own


def test_usual_port_need_not_be_named() -> None:
    assert is_to("https://list.example:443/", "https://list.example")
    assert is_to("wss://list.example/x", "https://list.example")
    assert not is_to("http://list.example/x", "https://list.example")


@pytest.mark.parametrize(
    ("initiator", "is_mine"),
    [
        ("", True),
        (HOME, True),
        ("http://list.example", True),
        ("http://example", True),
        ("https://list.example", False),
        ("http://list.example:9000", False),
        ("http://other.example", False),
        ("not an origin", False),
    ],
)
def test_who_wanted_it_is_told_by_origin_or_site(initiator: str, *, is_mine: bool) -> None:
    assert is_from(initiator, HOME) is is_mine


def test_web_socket_to_the_own_address_is_counted_too() -> None:
    asked = [
        Asked("GET", f"{HOME}/x", HOME),
        Asked("GET", "ws://list.example:8000/x", HOME),
        Asked("LOOK UP", "list.example", "http://list.example"),
    ]
    assert tally(asked, HOME) == {"GET /x": 1, "GET ws://list.example:8000/x": 1}
