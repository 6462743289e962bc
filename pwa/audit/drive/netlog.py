"""Everything that a Chromium asked of the network, service workers included: its own log."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}


def flag(path: Path) -> str:
    """Return the flag that writes the log; it is whole once the browser has ended in good order."""
    return f"--log-net-log={path}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: method, address, and the origin of the page or worker that wanted it.

    What is less than a request has a word of its own for a method: `LOOK UP` for a name, also of a
    connection made beforehand (its initiator is a site, without a port), `SEND` for a packet.
    """

    method: str
    url: str
    initiator: str


REQUESTS = {"http", "https", "ws", "wss"}
REQUEST, LOOK_UP = "URL_REQUEST_START_JOB", "HOST_RESOLVER_MANAGER_REQUEST"
TRANSPORT = "QUIC_SESSION_WEBTRANSPORT_CLIENT_ALIVE"
CONNECTED, SENT = "UDP_CONNECT", "UDP_BYTES_SENT"
"""Names and QUIC are asked on sockets that are connected; what pages send to each other is not."""

MOZ_URI = re.compile(r"nsHttp uri=(\S+)")
MOZ_REQUEST = re.compile(r"nsHttp   ([A-Z]+) (\S+) HTTP/[\d.]+\n[^\n]*nsHttp   Host: (\S+)")


def read_netlog(path: Path) -> list[Asked]:
    """Return every request to the network, in order; redirects and caches are left out.

    Chromium's log is one file; Firefox writes one for each process, and it is the first, the
    browser's own, that goes to the network. A WebKit's is what its proxy saw.
    """
    if not path.exists():
        return _read_moz_log(path.with_name(f"{path.name}.moz_log"))
    log = json.loads(path.read_text("utf-8", errors="replace"))
    if "asked" in log:
        return [Asked(method, url, "") for method, url in log["asked"]]
    return list(_read_events(log))


def _read_events(log: dict[str, Any]) -> Iterator[Asked]:
    names = {number: name for name, number in log["constants"]["logEventTypes"].items()}
    events = [
        (names.get(event["type"]), event.get("source", {}).get("id"), event.get("params", {}))
        for event in log["events"]
    ]
    connected = {source for name, source, _ in events if name == CONNECTED}
    packets: set[str] = set()
    for name, source, told in events:
        url = told.get("url", "")
        site = str(told.get("network_anonymization_key", "")).partition(" ")[0]
        if name == REQUEST and urlsplit(url).scheme in REQUESTS:
            yield Asked(told["method"], url, told.get("initiator", ""))
        elif name == TRANSPORT and url:
            yield Asked("WEBTRANSPORT", url, site)
        elif name == LOOK_UP and site not in ("", "null"):
            yield Asked("LOOK UP", told["host"], site)
        elif name == SENT and source not in connected and _is_for_one(told.get("address", "")):
            packets.add(told["address"])
    yield from (Asked("SEND", f"udp://{address}", "") for address in sorted(packets))


def _is_for_one(address: str) -> bool:
    """Say whether it is an address of one machine: browsers call to all on a line by themselves."""
    host = urlsplit(f"//{address}").hostname
    return host is not None and not ip_address(host).is_multicast


def _read_moz_log(path: Path) -> list[Asked]:
    """Read Firefox's own log of what it wrote to the network; who wanted it is not told."""
    text = path.read_text("utf-8", errors="replace").replace("\r", "")
    secure = {uri for uri in MOZ_URI.findall(text) if uri.startswith("https:")}
    found = []
    for method, target, host in MOZ_REQUEST.findall(text):
        safe = f"https://{host}{target}"
        found.append(Asked(method, safe if safe in secure else f"http://{host}{target}", ""))
    return found


def tally(asked: list[Asked], origin: str) -> Counter[str]:
    """Count the requests to one origin by method and path; of other kinds than HTTP by address."""
    return Counter(
        f"{each.method} {each.url.removeprefix(origin)}"
        for each in asked
        if each.method != "LOOK UP" and is_to(each.url, origin)
    )


def is_to(url: str, origin: str) -> bool:
    """Say whether an address is one of this origin, by whatever protocol; a bare name is any."""
    there, here = urlsplit(url if "//" in url else f"//{url}"), urlsplit(origin)
    if there.hostname != here.hostname:
        return False
    if there.scheme in PORTS or there.port is not None:
        return (there.port or PORTS.get(there.scheme)) == (here.port or PORTS[here.scheme])
    return True


def is_from(initiator: str, origin: str) -> bool:
    """Say whether a page of this origin or site may have wanted it, or nobody knows who did."""
    there, here = urlsplit(initiator), urlsplit(origin)
    if not initiator or initiator == origin:
        return True
    is_site = there.port is None and there.scheme == here.scheme and there.hostname is not None
    return is_site and f".{here.hostname}".endswith(f".{there.hostname}")
