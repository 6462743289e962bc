"""The browser ends after leaving, in good order or all at once: the files hold nothing."""

import time
from collections.abc import Callable

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.ways import tap
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe, Run
from pwa.audit.probes.looking import see_before, see_nothing_on_disk, with_control
from pwa.audit.probes.traces import held_keys, write_fresh

AFTER_S = (0.0, 0.1, 1.0, 5.0)


def killed(after_s: float) -> Run:
    """Return the trial of a browser that is killed so many seconds after leaving."""

    def end(lab: Lab) -> str:
        time.sleep(after_s)
        lab.own.kill()
        return f"Closed, and killed every process of the browser {after_s} s later."

    return lambda ground, trial: _ended(ground, trial, end)


def closed(ground: Ground, trial: Trial) -> None:
    """Close the browser in good order: everything that wants to be written is written."""

    def end(lab: Lab) -> str:
        Planner(lab.page).expect_cover()
        lab.stop()
        return "Closed the space, then the browser, in good order."

    _ended(ground, trial, end)


def killed_open(ground: Ground, trial: Trial) -> None:
    """Kill the browser while the space is open."""

    def end(lab: Lab) -> str:
        lab.own.kill()
        return "Killed every process of the browser while the space was open."

    _ended(ground, trial, end, is_left=False)


def _ended(
    ground: Ground, trial: Trial, end: Callable[[Lab], str], *, is_left: bool = True
) -> None:
    with ground.lab() as lab:
        planner = ground.planner(lab)
        needles = write_fresh(ground, lab, planner, trial)
        see_before(lab, trial, needles, {"typed", "shown", *held_keys(needles)})
        trial.has_left = True
        if is_left:
            tap(lab, planner)
        trial.done.append(end(lab))
        see_nothing_on_disk(trial, lab.disk_of_dead(with_control(ground, needles)))


PROBE = Probe(
    "endings",
    ("P2",),
    (
        Case("closed", "The browser is closed in good order afterwards", closed),
        *(
            Case(
                f"killed after {after_s} s",
                f"The browser is killed {after_s} s afterwards",
                killed(after_s),
                is_long=after_s >= 1,
            )
            for after_s in AFTER_S
        ),
        Case("killed open", "The browser is killed while the space is open", killed_open),
    ),
)
