"""Looks for canaries before and after leaving, each with its control."""

import time
from collections.abc import Sequence
from contextlib import suppress

from pwa.audit.drive.lab import Lab
from pwa.audit.drive.plants import CONTROL
from pwa.audit.drive.wait import until
from pwa.audit.errors import Leaked, TookTooLong, Unable
from pwa.audit.ground import KEPT, Ground
from pwa.audit.model import Look, Trial
from pwa.audit.scan.box import COVER
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.hits import Scan
from pwa.audit.scan.processes import renderers

CLEAN_WITHIN_S = 2.0
LOOK_AGAIN_S = 0.4


def see_before(lab: Lab, trial: Trial, needles: Sequence[Needle], wanted: set[str]) -> set[int]:
    """Show that the scanner sees what is there; returns the page processes that hold it."""
    scan = lab.memory(needles)
    trial.looks.append(Look("memory", "before", scan))
    missing = wanted - scan.names()
    if missing:
        raise Unable(f"before leaving, the scanner did not see {', '.join(sorted(missing))}")
    seen = sorted(scan.names())
    trial.control.append(f"In memory before leaving: {len(scan.hits)} hits of {', '.join(seen)}.")
    unseen = sorted({needle.name for needle in needles} - scan.names())
    trial.facts["planted, and in no memory before leaving"] = ", ".join(unseen) or "nothing"
    pages = renderers(lab.own.pid)
    holders = {pid for pid in pages if any(f" {pid} " in f"{hit.where} " for hit in scan.hits)}
    if pages and not holders:
        raise Unable("no page process held what was seen in memory")
    return holders


def see_nothing_in_memory(
    lab: Lab, trial: Trial, needles: Sequence[Needle], left_at_s: float
) -> None:
    """Look until memory is clean: within two seconds in which the browser ran.

    A look stops the browser, so that it sees one instant; that time does not count.
    """
    stopped_s = 0.0
    while True:
        began_s = time.monotonic()
        ran_s = began_s - left_at_s - stopped_s
        scan = lab.memory(needles)
        stopped_s += time.monotonic() - began_s
        if not scan.hits or ran_s >= CLEAN_WITHIN_S:
            break
        time.sleep(LOOK_AGAIN_S)
    trial.looks.append(Look("memory", "after", scan))
    trial.facts["memory looked at"] = f"{ran_s:.1f} s after leaving"
    _judge(scan, "memory")


def see_nothing_on_disk(trial: Trial, scan: Scan, *, keeps_cover: bool = True) -> None:
    """Judge a look at the disk that also looked for the controls; see `with_control`.

    Where even the cover's own data were removed, nothing is found in its region of the box.
    """
    if keeps_cover:
        _see_cover(trial, scan)
    scan.hits = [hit for hit in scan.hits if hit.name != KEPT]
    control = [hit for hit in scan.hits if hit.name == CONTROL]
    if not control:
        raise Unable("the scanner did not see what another page had left on the disk")
    forms = sorted({hit.form for hit in control})
    trial.control.append(
        f"On disk, in the same look: {len(control)} hits of what another page left there, "
        f"as {', '.join(forms)}."
    )
    scan.hits = [hit for hit in scan.hits if hit.name != CONTROL]
    trial.looks.append(Look("disk", "after", scan))
    _judge(scan, "files")


def _see_cover(trial: Trial, scan: Scan) -> None:
    """Show that the cover's region of the box was opened, as anybody can open it."""
    copies = sorted({hit.where for hit in scan.hits if hit.name == KEPT and COVER in hit.where})
    if not copies:
        raise Unable("the cover's own entry was not seen in its region of the box")
    trial.control.append(
        f"In the same look, in the box, whose region of the cover anybody can open: the usual "
        f"entry in {len(copies)} of 2 copies."
    )


def with_control(ground: Ground, needles: Sequence[Needle]) -> list[Needle]:
    """Add what every look at the disk must find: what another page left, and the cover's entry."""
    return [*needles, *ground.planted.control_needles(), ground.cover_needle()]


def same_process_gone(lab: Lab, holders: set[int]) -> None:
    """Fail when a page process that held the canaries lives on; its memory goes before it does."""
    with suppress(TookTooLong):
        until(lambda: not holders & renderers(lab.own.pid), CLEAN_WITHIN_S)
    alive = holders & renderers(lab.own.pid)
    if alive:
        raise Leaked(f"page process {', '.join(map(str, sorted(alive)))} lives on")


def _judge(scan: Scan, where: str) -> None:
    if scan.hits:
        names = ", ".join(sorted(scan.names()))
        raise Leaked(f"{len(scan.hits)} hits of {names} in {where}: first {scan.hits[0]}")
    if scan.unread:
        raise Unable(f"could not be read: {', '.join(scan.unread[:5])}")
