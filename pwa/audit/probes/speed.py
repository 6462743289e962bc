"""From the touch to the frame with the cover, and to a usable one, on a phone six times slower."""

import time
from collections.abc import Callable
from statistics import median, quantiles

from pwa.audit.drive.frames import TIME_IT, WATCH, Times, around, filmed, timed, wall_clock
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.line import PACES, Line, Pace
from pwa.audit.drive.measured import see_slowed, set_pace
from pwa.audit.drive.wait import until
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe, Run

SLOWER = 6
MOST_ROUNDS = 200
"""Exits on one line; a longer audit does not tell more of them."""

MORE_MS = 1000 / 60 * 2
"""What the page itself may take from hearing of the touch to the frame, in the usual round, beyond
what it takes after a touch that does nothing: two frames.

The aim is one frame in all, and 50 ms in all but one round of a hundred. What else a machine does
comes between, so it is measured by the same machine in the same minutes; and twice, if need be.
"""

ELSEWHERE_TIMES = 10
"""How often a touch that does nothing is timed among the others."""

SETTLE_MS = 700
FILM_MS = 1_500


def by(pace: Pace) -> Run:
    """Return the trial of leaving on a line of that pace."""

    def run(ground: Ground, trial: Trial) -> None:
        line = Line(ground.address)
        flags = (line.flag,) if ground.engine == "chromium" else ()
        try:
            with ground.lab(flags=flags) as lab:
                lab.page.add_init_script(WATCH)
                planner = ground.planner(lab)
                ground.way_in(lab.page).wait_for_worker()
                trial.control.append(set_pace(lab, line, pace))
                _leave_often(ground, lab, planner, trial)
        finally:
            line.close()

    return run


def _leave_often(ground: Ground, lab: Lab, planner: Planner, trial: Trial) -> None:
    rounds = min(ground.rounds, MOST_ROUNDS)
    _see_covered(ground, lab, planner, trial)

    def measure() -> Times:
        usable: list[float] = []
        every = max(rounds // ELSEWHERE_TIMES, 1)

        def once() -> int:
            is_first = len(usable) % every == 0
            return _leave(ground, lab, planner, trial, usable, elsewhere=is_first)

        times = timed(lab.page, once, rounds)
        _note(trial, times, usable, rounds)
        return times

    factor = f"slowed {SLOWER} times" if lab.has_devtools else "at full speed"
    trial.done.append(f"Touched Close {rounds} times on a page {factor}.")
    judge(trial, measure)


def judge(trial: Trial, measure: Callable[[], Times]) -> None:
    """Fail when the page itself is too slow in the usual round, and so again when measured anew."""
    more_ms = _told(trial, measure(), "the page's own part")
    if more_ms <= MORE_MS:
        return
    # What is so is so again; what a busy machine did is not.
    trial.is_suspect = True
    again_ms = _told(trial, measure(), "the page's own part, measured again")
    if again_ms > MORE_MS:
        raise Leaked(
            f"from hearing of the touch to the frame the page took {more_ms:.0f} ms longer than "
            f"after a touch that does nothing, again {again_ms:.0f} ms, in the usual round; "
            f"{MORE_MS:.0f} ms are two frames"
        )


def _told(trial: Trial, times: Times, name: str) -> float:
    """Note down what the page itself took; returns how much longer the middle round was."""
    if not times.elsewhere:
        raise Unable("no frame came after a touch that does nothing")
    own = times.own()
    middle, floor = median(own), median(times.elsewhere)
    worst = quantiles(own, n=100, method="inclusive")[-1] if len(own) > 1 else middle
    trial.facts[name] = (
        f"median {middle:.1f} ms, 99th percentile {worst:.1f} ms; after a touch that does "
        f"nothing {floor:.1f} ms"
    )
    return middle - floor


def film(ground: Ground, trial: Trial) -> None:
    """Film one touch at full speed."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        planner.open(ground.secret)
        planner.go("People")
        lab.page.wait_for_timeout(SETTLE_MS)
        session = lab.session()
        session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        with filmed(session) as pictures:
            until(lambda: _has_come(lab, pictures), what="a frame for the film")
            trial.has_left = True
            touched_at_s = planner.touch_close(session)
            planner.expect_cover()
            lab.page.wait_for_timeout(FILM_MS)
        # A busy machine may have paused between the touch and the cover.
        last_ms = (time.monotonic() - touched_at_s) * 1000
        trial.frames = around(pictures, wall_clock(touched_at_s), last_ms=last_ms)
        trial.done.append("Filmed one touch on Close.")
        if not trial.frames or trial.frames[0].at_ms >= 0:
            raise Unable("no frame from before the touch was filmed")
        trial.control.append("The first frame is from before the touch.")
        if len(trial.frames) < 2:
            raise Leaked("no frame came after the touch")


def _has_come(lab: Lab, pictures: list[tuple[float, bytes]]) -> bool:
    # Playwright hears of a frame only while it waits for something.
    lab.page.wait_for_timeout(SETTLE_MS)
    return pictures != []


def _see_covered(ground: Ground, lab: Lab, planner: Planner, trial: Trial) -> None:
    """Touch elsewhere: the next frame must be seen not to show the cover."""
    planner.open(ground.secret)
    planner.page.evaluate(TIME_IT)
    times = timed(lab.page, lambda: _touch_elsewhere(lab, planner), 1)
    if times.painted:
        raise Unable("with the space open, the screen was taken for the cover")
    if len(times.elsewhere) != 1:
        raise Unable("the frame after a touch was not looked at")
    if lab.has_devtools:
        trial.control.append(see_slowed(lab, SLOWER))
    planner.leave()
    planner.expect_cover()
    trial.control.append("After a touch elsewhere the next frame was seen to show the space.")


def _touch_elsewhere(lab: Lab, planner: Planner) -> int:
    planner.heading("Hello").click()
    lab.page.wait_for_timeout(SETTLE_MS)
    return 1


def _leave(
    ground: Ground,
    lab: Lab,
    planner: Planner,
    trial: Trial,
    usable: list[float],
    *,
    elsewhere: bool = False,
) -> int:
    """Leave once, after a touch elsewhere if wanted; returns the number of touches."""
    # Another opening: what goes wrong in it is nothing that leaving did.
    trial.has_left = False
    planner.open(ground.secret)
    planner.page.evaluate(TIME_IT)
    if lab.has_devtools:
        lab.slow(SLOWER)
    lab.page.wait_for_timeout(SETTLE_MS)
    touches = 1 + (_touch_elsewhere(lab, planner) if elsewhere else 0)
    trial.has_left = True
    touched_at_s = lab.touch(planner)
    planner.expect_cover()
    usable.append((time.monotonic() - touched_at_s) * 1000)
    if lab.has_devtools:
        lab.slow(1)
    return touches


def _note(trial: Trial, times: Times, usable: list[float], rounds: int) -> None:
    trial.timings = {
        "touch to the frame with the cover": times.painted,
        "the page's own part of it": times.own(),
        "its part after a touch that does nothing": times.elsewhere,
        "touch to a fresh, usable cover": usable,
    }
    trial.facts["cover in the very next frame"] = f"{len(times.painted)} of {rounds}"
    if len(times.painted) < rounds:
        raise Leaked(f"in {rounds - len(times.painted)} rounds the next frame was not the cover")


PROBE = Probe(
    "speed",
    ("P4",),
    (
        *(Case(pace.name, f"Touch to cover, line {pace.name}", by(pace)) for pace in PACES),
        Case("film", "The exit, frame by frame", film),
    ),
)
