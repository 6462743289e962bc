"""Back, Forward, a reopened tab, a restored session: nothing brings the open space back."""

import time
from contextlib import suppress

from playwright.sync_api import Error, Page

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.steps import keeps_pages, step
from pwa.audit.drive.wait import again, until
from pwa.audit.errors import Beyond, Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.looking import see_before, see_nothing_in_memory
from pwa.audit.probes.traces import held_keys, write_fresh
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.records import read_records

STEPS = ("back", "back", "back", "back", "back", "forward", "forward", "forward")
EXITS = 3
SITE = "https://weather.example/"
"""A name that nobody can own (RFC 2606)."""


def open_and_see(ground: Ground, lab: Lab, planner: Planner, trial: Trial) -> list[Needle]:
    """Open the space, write, and show that the scanner sees it."""
    needles = write_fresh(ground, lab, planner, trial)
    see_before(lab, trial, needles, {"typed", "shown", *held_keys(needles)})
    return needles


def expect_cover(planner: Planner) -> None:
    """Fail unless a fresh cover is there, with nothing over it."""
    planner.expect_cover()
    if planner.close_button.count() > 0:
        raise Leaked("the space is open again")


def back_and_forward(ground: Ground, trial: Trial) -> None:
    """Leave, then step through the tab's history in both directions."""
    with ground.lab() as lab:
        lab.page.goto(f"{ground.address}/{other_cover(ground)}/")
        planner = ground.planner(lab)
        needles = open_and_see(ground, lab, planner, trial)
        trial.has_left = True
        left_at_s = planner.leave()
        planner.expect_cover()
        length = planner.page.evaluate("history.length")
        covers = {ground.cover_address, f"{ground.address}/{other_cover(ground)}/", "about:blank"}
        # The page of the control lies before them.
        foreign = {url for url in read_records(lab.own.profile).urls if ground.address not in url}
        seen: set[str] = set()
        for at, way in enumerate(STEPS):
            url = step(planner.page, way, at)
            seen.add(url)
            if url not in covers | foreign:
                raise Leaked(f"{way} led to {url}")
            if again(planner.close_button.count) > 0:
                raise Leaked(f"{way} brought the space back")
        trial.done.append("Closed, then asked for Back five times and for Forward three times.")
        if len(seen) < 2:
            raise Unable("neither Back nor Forward led to another page")
        trial.control.append(f"Back and Forward led to {len(seen)} addresses.")
        if again(lambda: planner.page.evaluate("history.length")) != length:
            raise Leaked("the tab's history has grown")
        see_nothing_in_memory(lab, trial, needles, left_at_s)


def other_cover(ground: Ground) -> str:
    """Name the cover that is not under audit."""
    return "calculator" if ground.cover == "list" else "list"


def history_length(ground: Ground, trial: Trial) -> None:
    """Leave several times; the tab's history must stay as long as it was."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        before = planner.page.evaluate("history.length")
        for _ in range(EXITS):
            # Another opening: what goes wrong in it is nothing that leaving did.
            trial.has_left = False
            planner.open(ground.secret)
            trial.has_left = True
            planner.leave()
            planner.expect_cover()
        after = planner.page.evaluate("history.length")
        trial.done.append(f"Opened and closed the space {EXITS} times.")
        trial.facts["history.length"] = f"{before} before, {after} after"
        planner.page.evaluate("history.pushState(null, '', location.href)")
        if planner.page.evaluate("history.length") != after + 1:
            raise Unable("history.length does not grow where it must")
        trial.control.append("A step of our own made history.length grow by one.")
        if after != before:
            raise Leaked("the tab's history has grown")


def kept_page(ground: Ground, trial: Trial) -> None:
    """Type another address over the open space and go Back: the back-forward cache is on."""
    with ground.lab() as lab:
        if not keeps_pages(lab):
            raise Beyond("driven by its tools, this engine kept no page alive")
        trial.control.append("A page of another site was kept alive, and Back brought it back.")
        lab.page.goto(f"{ground.address}/{other_cover(ground)}/")
        wait_for_worker(lab.page)
        planner = ground.planner(lab)
        needles = open_and_see(ground, lab, planner, trial)
        trial.has_left = True
        planner.page.goto(f"{ground.address}/{other_cover(ground)}/")
        left_at_s = time.monotonic()
        until(lambda: _is_there(planner.page), what="the other cover")
        with suppress(Error):
            planner.page.evaluate("(globalThis.wasThere = true, history.back())")
        until(lambda: _is_there(planner.page), what="the page before")
        # WebKit's went to the other cover by its own hand: it is not among those before.
        if planner.page.url == ground.cover_address:
            expect_cover(planner)
        elif planner.close_button.count() > 0:
            raise Leaked("the space is open again")
        trial.done.append("Went to another address without closing, then Back.")
        see_nothing_in_memory(lab, trial, needles, left_at_s)


def _is_there(page: Page) -> bool:
    """Say whether a page is there that was neither open nor there before."""
    # Between two pages there is none to ask.
    with suppress(Error):
        return bool(page.evaluate("!globalThis.wasOpen && !globalThis.wasThere"))
    return False


def elsewhere(ground: Ground, trial: Trial) -> None:
    """Let closing go on to another site; Back must not lead to the deployment any more."""
    with ground.lab() as lab:
        lab.stand_in(SITE, "Weather")
        planner = ground.planner(lab)
        needles = open_and_see(ground, lab, planner, trial)
        planner.home()
        planner.go_on_to(SITE.removeprefix("https://").rstrip("/"))
        length = planner.page.evaluate("history.length")
        trial.has_left = True
        left_at_s = planner.leave()
        planner.page.wait_for_url(SITE)
        if planner.page.evaluate("history.length") != length:
            raise Leaked("the tab's history has grown")
        for at in range(length):
            url = step(planner.page, "back", at)
            if url.startswith(ground.address):
                raise Leaked(f"Back led to {url}")
        trial.done.append(f"Closed, which went on to another site, then Back {length} times.")
        see_nothing_in_memory(lab, trial, needles, left_at_s)


PROBE = Probe(
    "returning",
    ("P4", "P1"),
    (
        Case("back and forward", "Back and Forward after leaving", back_and_forward),
        Case("history length", "The tab's history gains no entry", history_length),
        Case("elsewhere", "Back after closing went on to another site", elsewhere),
        Case("kept page", "Back to a page that the browser kept alive", kept_page),
    ),
)
