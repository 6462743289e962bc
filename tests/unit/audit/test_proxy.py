"""The proxy that a WebKit goes through: it passes on, notes down, and can be cut."""

import http.client
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pwa.audit.drive.kit.lab import KitLab
from pwa.audit.drive.kit.own import OwnKit
from pwa.audit.drive.kit.proxy import Proxy
from pwa.audit.drive.line import CUT, FAST
from pwa.audit.drive.tiny import TinyServer


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    proxy = Proxy()
    yield proxy
    proxy.close()


def fetch(proxy: Proxy, url: str) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": proxy.address}))
    with opener.open(url, timeout=5) as answer:
        return str(answer.read().decode())


def test_request_is_passed_on_and_noted_down(proxy: Proxy, tiny: TinyServer) -> None:
    assert "<title>here</title>" in fetch(proxy, f"{tiny.url}/here")
    assert "<title>there</title>" in fetch(proxy, f"{tiny.url}/there")
    assert proxy.asked == [("GET", f"{tiny.url}/here"), ("GET", f"{tiny.url}/there")]


def test_window_says_what_its_proxy_was_asked_for_however_it_ended(
    proxy: Proxy, tiny: TinyServer, tmp_path: Path
) -> None:
    own = OwnKit("", tmp_path)
    own.proxy = proxy
    playwright: Any = None
    lab = KitLab(playwright, own, tiny.url)
    fetch(proxy, f"{tiny.url}/here")
    assert lab.requests() == [f"GET {tiny.url}/here"]


def test_tunnel_is_noted_down_by_its_host(proxy: Proxy, tiny: TinyServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", proxy.own_port, timeout=5)
    connection.set_tunnel("127.0.0.1", tiny.server_port)
    connection.request("GET", "/inside")
    assert b"<title>inside</title>" in connection.getresponse().read()
    connection.close()
    assert proxy.asked == [("CONNECT", f"https://127.0.0.1:{tiny.server_port}/")]


def test_cut_line_carries_nothing_until_it_is_back(proxy: Proxy, tiny: TinyServer) -> None:
    proxy.set(CUT)
    with pytest.raises((OSError, http.client.HTTPException)):
        fetch(proxy, f"{tiny.url}/here")
    assert proxy.asked == []
    proxy.set(FAST)
    assert "<title>here</title>" in fetch(proxy, f"{tiny.url}/here")


def test_what_is_no_request_harms_nobody(proxy: Proxy, tiny: TinyServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", proxy.own_port, timeout=5)
    connection.request("GET", "nonsense")
    with pytest.raises((OSError, http.client.HTTPException)):
        connection.getresponse()
    connection.close()
    assert "<title>here</title>" in fetch(proxy, f"{tiny.url}/here")
