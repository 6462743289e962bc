"""A session with a space asks the network for the same as one with only the cover."""

import time

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.netlog import read_netlog, tally
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import USUAL, Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.traces import write_fresh

SETTLE_S = 2.5
"""After a page was loaded the browser looks for a newer service worker about a second later."""

THE_BROWSERS_OWN = (
    "http://detectportal.firefox.com/",
    "https://firefox.settings.services.mozilla.com/",
    "https://content-signature-",
    "https://aus5.mozilla.org/",
    "https://incoming.telemetry.mozilla.org/",
)
"""What Firefox asks for by itself; its log does not say who wanted a request."""


def use_space(ground: Ground, lab: Lab, trial: Trial) -> None:
    """Use the cover, open the space, write, leave."""
    planner = ground.planner(lab)
    wait_for_worker(lab.page)
    time.sleep(SETTLE_S)
    ground.way_in(lab.page).enter(USUAL[ground.cover])
    write_fresh(ground, lab, planner, trial)
    planner.leave()
    planner.expect_cover()
    wait_for_worker(lab.page)
    time.sleep(SETTLE_S)


def use_cover(ground: Ground, lab: Lab, trial: Trial) -> None:
    """Use the cover, and load it anew as often as leaving does."""
    ground.use_cover(lab.page)
    time.sleep(SETTLE_S)
    lab.page.reload()
    wait_for_worker(lab.page)
    time.sleep(SETTLE_S)
    trial.done.append("In another profile, used only the cover and loaded it once more.")


def same_requests(ground: Ground, trial: Trial) -> None:
    """Compare everything that two browsers asked the network for."""
    logs = ground.folder / "space.json", ground.folder / "cover.json"
    with ground.lab(netlog=logs[0]) as lab:
        use_space(ground, lab, trial)
        trial.has_left = True
        lab.stop()
    with ground.lab(has_space=False, netlog=logs[1]) as lab:
        use_cover(ground, lab, trial)
        elsewhere = _ask_elsewhere(lab)
        lab.stop()
    space, cover = (read_netlog(path) for path in logs)
    if not any(each.url == elsewhere for each in cover):
        raise Unable("a request to another host was not seen in the browser's log")
    trial.control.append("A request to another host, made on purpose, stands in the log.")
    mine, theirs = tally(space, ground.address), tally(cover, ground.address)
    trial.facts["requests with a space"] = _told(mine)
    trial.facts["requests with only the cover"] = _told(theirs)
    foreign = {
        each.url
        for each in space
        if each.initiator in ("", ground.address)
        and not each.url.startswith((f"{ground.address}/", *THE_BROWSERS_OWN))
    }
    if foreign:
        raise Leaked(f"asked elsewhere: {', '.join(sorted(foreign))}")
    if mine.keys() != theirs.keys():
        odd = sorted(mine.keys() ^ theirs.keys())
        raise Leaked(f"asked for by only one of the two: {', '.join(odd)}")


def _ask_elsewhere(lab: Lab) -> str:
    tiny = TinyServer("control")
    try:
        # A page of its own, so that no policy of the deployment stops it.
        lab.page.goto(f"{tiny.url}/elsewhere")
    finally:
        tiny.shutdown()
        tiny.server_close()
    return f"{tiny.url}/elsewhere"


def _told(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} × {name}" for name, count in sorted(counts.items())) or "none"


PROBE = Probe(
    "network",
    ("P7", "P3"),
    (Case("requests", "The network sees the same with a space and without", same_requests),),
)
