"""Everything that a Chromium asked of the network, service workers included: its own log."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


def flag(path: Path) -> str:
    """Return the flag that writes the log; it is whole once the browser has ended in good order."""
    return f"--log-net-log={path}"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: method, address, and the origin of the page or worker that wanted it."""

    method: str
    url: str
    initiator: str


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
    start = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    found = []
    for event in log["events"]:
        told = event.get("params", {})
        if event["type"] == start and urlsplit(told.get("url", "")).scheme in ("http", "https"):
            found.append(Asked(told["method"], told["url"], told.get("initiator", "")))
    return found


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
    """Count the requests to one origin by method and path."""
    return Counter(
        f"{each.method} {each.url.removeprefix(origin)}"
        for each in asked
        if each.url.startswith(f"{origin}/")
    )
