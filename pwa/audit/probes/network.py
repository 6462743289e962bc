"""A session with a space asks the network for the same as one with only the cover."""

import time
from collections import Counter

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.entries import USUAL
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.netlog import Asked, is_from, is_to, read_netlog, tally
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.traces import write_fresh

SETTLES_S = (2.5, 8.0)
"""After a page was loaded the browser looks for a newer service worker about two seconds later.

A busy machine takes longer: where the two differ, both are played once more, and waited for longer.
Whatever was ever asked for counts.
"""

BY_ITSELF = "/sw.js"
"""The browser looks for a newer worker by itself, sooner or later after a page was loaded."""

PAGE, SOCKET = "/elsewhere", "/socket"
CONNECT = """async (path) => {
  const socket = new WebSocket(`ws://${location.host}${path}`);
  // It is answered with a page, which ends it.
  await new Promise((resolve) => socket.addEventListener("close", resolve));
}"""

THE_BROWSERS_OWN = (
    "http://detectportal.firefox.com/",
    "https://firefox.settings.services.mozilla.com/",
    "https://content-signature-",
    "https://aus5.mozilla.org/",
    "https://incoming.telemetry.mozilla.org/",
)
"""What Firefox asks for by itself; its log does not say who wanted a request."""


def use_space(ground: Ground, lab: Lab, trial: Trial, settle_s: float) -> None:
    """Use the cover, open the space, write, leave."""
    planner = ground.planner(lab)
    wait_for_worker(lab.page)
    time.sleep(settle_s)
    ground.way_in(lab.page).enter(USUAL[ground.cover])
    write_fresh(ground, lab, planner, trial)
    planner.leave()
    planner.expect_cover()
    wait_for_worker(lab.page)
    time.sleep(settle_s)


def use_cover(ground: Ground, lab: Lab, settle_s: float) -> None:
    """Use the cover, and load it anew as often as leaving does."""
    ground.use_cover(lab.page)
    time.sleep(settle_s)
    lab.page.reload()
    wait_for_worker(lab.page)
    time.sleep(settle_s)


def same_requests(ground: Ground, trial: Trial) -> None:
    """Compare everything that two browsers asked the network for: what, and how often."""
    mine, theirs = Counter[str](), Counter[str]()
    for settle_s in SETTLES_S:
        space, cover = _use_both(ground, trial, settle_s)
        _refuse_foreign(ground, space)
        counts = tally(space, ground.address), tally(cover, ground.address)
        mine += counts[0]
        theirs += counts[1]
        odd = sorted(mine.keys() ^ theirs.keys())
        uneven = sorted(
            name
            for name in counts[0] | counts[1]
            if counts[0][name] != counts[1][name] and not name.endswith(BY_ITSELF)
        )
        if not odd and not uneven:
            break
        trial.is_suspect = True
    trial.done.append("In another profile, used only the cover and loaded it once more.")
    trial.facts["requests with a space"] = _told(mine)
    trial.facts["requests with only the cover"] = _told(theirs)
    if odd:
        raise Leaked(f"asked for by only one of the two: {', '.join(odd)}")
    if uneven:
        raise Leaked(f"asked for more often by one of the two: {', '.join(uneven)}")


def _use_both(ground: Ground, trial: Trial, settle_s: float) -> tuple[list[Asked], list[Asked]]:
    """Return what was asked with a space, and with only the cover."""
    logs = ground.folder / f"space-{settle_s}.json", ground.folder / f"cover-{settle_s}.json"
    trial.has_left = False
    with ground.lab(netlog=logs[0]) as lab:
        use_space(ground, lab, trial, settle_s)
        trial.has_left = True
        lab.stop()
    with ground.lab(has_space=False, netlog=logs[1]) as lab:
        use_cover(ground, lab, settle_s)
        elsewhere = _ask_elsewhere(lab)
        lab.stop()
    space, cover = (read_netlog(path) for path in logs)
    there = [each for each in cover if is_to(each.url, elsewhere)]
    if not any(each.url.endswith(PAGE) for each in there):
        raise Unable("a request to another host was not seen in the browser's log")
    # A proxy is told no path of it.
    if not any(each.url.endswith(SOCKET) or each.method == "CONNECT" for each in there):
        raise Unable("a web socket to another host was not seen in the browser's log")
    trial.control = ["A page and a web socket of another host, made on purpose, stand in the log."]
    return space, cover


def _refuse_foreign(ground: Ground, space: list[Asked]) -> None:
    foreign = {
        each.url
        for each in space
        if is_from(each.initiator, ground.address)
        and not is_to(each.url, ground.address)
        and not each.url.startswith(THE_BROWSERS_OWN)
    }
    if foreign:
        raise Leaked(f"asked elsewhere: {', '.join(sorted(foreign))}")


def _ask_elsewhere(lab: Lab) -> str:
    """Ask another host for a page, and the page it for a web socket; returns its origin."""
    tiny = TinyServer("control")
    try:
        # A page of its own, so that no policy of the deployment stops it.
        lab.page.goto(f"{tiny.url}{PAGE}")
        lab.page.evaluate(CONNECT, SOCKET)
    finally:
        tiny.shutdown()
        tiny.server_close()
    return tiny.url


def _told(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} × {name}" for name, count in sorted(counts.items())) or "none"


PROBE = Probe(
    "network",
    ("P7", "P3"),
    (Case("requests", "The network sees the same with a space and without", same_requests),),
)
