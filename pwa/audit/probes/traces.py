"""Whatever way one leaves, no byte of what was typed or shown stays on disk or in memory."""

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.ways import ALL, Way
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import SHOWN, Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe, Run
from pwa.audit.probes.looking import (
    same_process_gone,
    see_before,
    see_nothing_in_memory,
    see_nothing_on_disk,
    with_control,
)
from pwa.audit.scan.canary import Needle, make_canary, text_needles


def write_fresh(ground: Ground, lab: Lab, planner: Planner, trial: Trial) -> list[Needle]:
    """Open the space and write a fresh canary as a name; returns all there is to look for."""
    planner.open(ground.secret)
    planner.go("People")
    planner.press("Add someone")
    canary = make_canary()
    planner.field("Name to use").press_sequentially(canary)
    planner.kept()
    count = len(ground.planted.typed)
    trial.done.append(f"Opened the space, in which {count} fields held a canary each.")
    trial.done.append("Typed a fresh canary as somebody's name.")
    return [
        *text_needles("typed", canary),
        *text_needles("shown", SHOWN),
        *ground.secret_needles(),
        *ground.planted.needles(),
        *ground.keys(lab),
    ]


def by(way: Way) -> Run:
    """Return the trial of one way to leave."""

    def run(ground: Ground, trial: Trial) -> None:
        with ground.lab() as lab:
            planner = ground.planner(lab)
            way.begin(lab, planner)
            needles = write_fresh(ground, lab, planner, trial)
            way.prepare(lab, planner)
            holders = see_before(lab, trial, needles, {"typed", "shown", *held_keys(needles)})
            trial.has_left = True
            left_at_s = way.leave(lab, planner)
            trial.done.append(f"{way.title}.")
            try:
                # What was said to the console is found in memory too: the cause is named first.
                quiet(lab)
                see_nothing_in_memory(lab, trial, needles, left_at_s)
                same_process_gone(lab, holders)
                scan = lab.disk(with_control(ground, needles))
                see_nothing_on_disk(trial, scan)
            finally:
                way.restore(lab, planner)
            planner.expect_cover()
            quiet(lab)

    return run


def held_keys(needles: list[Needle]) -> set[str]:
    """Name the keys that an open space cannot be without: those that wrap what it opened.

    A body key is made anew for each save, and Firefox forgets it within seconds.
    """
    opened = {needle.name.split()[1][0] for needle in needles if needle.name.startswith("dek ")}
    if not opened:
        raise Unable("the secret opens no region of the box")
    return {f"kek {region}" for region in opened}


def quiet(lab: Lab) -> None:
    """Fail when the page complained, or said anything to the console."""
    if lab.watch.problems or lab.watch.said:
        raise Leaked("; ".join([*lab.watch.problems, *lab.watch.said])[:500])


PROBE = Probe(
    "traces",
    ("P2", "P4"),
    tuple(Case(way.name, way.title, by(way)) for way in ALL),
)
