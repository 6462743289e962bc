"""Everything that a Chromium asked of the network, service workers included: its own log."""

import json
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


def read_netlog(path: Path) -> list[Asked]:
    """Return every request to the network, in order; redirects and caches are left out."""
    log = json.loads(path.read_text("utf-8", errors="replace"))
    start = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    found = []
    for event in log["events"]:
        told = event.get("params", {})
        if event["type"] == start and urlsplit(told.get("url", "")).scheme in ("http", "https"):
            found.append(Asked(told["method"], told["url"], told.get("initiator", "")))
    return found


def tally(asked: list[Asked], origin: str) -> Counter[str]:
    """Count the requests to one origin by method and path."""
    return Counter(
        f"{each.method} {each.url.removeprefix(origin)}"
        for each in asked
        if each.url.startswith(f"{origin}/")
    )
