"""A closed tab that is opened again, a session that is restored: both show the cover."""

import json
import time
from pathlib import Path

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.wait import until
from pwa.audit.errors import Beyond
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.looking import see_nothing_in_memory, see_nothing_on_disk, with_control
from pwa.audit.probes.returning import expect_cover, open_and_see
from pwa.audit.scan.records import read_sessions

REOPENING = {
    "manifest.json": json.dumps(
        {
            "manifest_version": 3,
            "name": "Reopen",
            "version": "1",
            "permissions": ["sessions", "tabs"],
            "background": {"service_worker": "reopen.js"},
        }
    ),
    # What the browser's own "reopen closed tab" does.
    "reopen.js": """chrome.tabs.onRemoved.addListener(() => {
      setTimeout(() => chrome.sessions.restore(), 500);
    });""",
}


def extension(folder: Path) -> str:
    """Write the extension that opens a closed tab again; returns the flag that loads it."""
    place = folder / "reopening"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in REOPENING.items():
        (place / name).write_text(text)
    return f"--load-extension={place}"


def closed_tab(ground: Ground, trial: Trial) -> None:
    """Close the tab while the space is open, and open it again."""
    with ground.lab(flags=(extension(ground.folder),)) as lab:
        planner = ground.planner(lab)
        needles = open_and_see(ground, lab, planner, trial)
        lab.new_window("about:blank")
        lab.page.bring_to_front()
        trial.has_left = True
        lab.page.close()
        closed_at_s = time.monotonic()
        trial.done.append("Closed the tab with the space open, then had the browser reopen it.")
        back = reopened(ground, lab)
        expect_cover(back)
        see_nothing_in_memory(lab, trial, needles, closed_at_s)
        trial.control.append("The browser did open the closed tab again, at the same address.")


def restored(ground: Ground, trial: Trial) -> None:
    """Kill the browser with the space open; restore its session; open the space again."""
    with ground.lab() as lab:
        if not lab.has_devtools:
            raise Beyond("Playwright starts this engine without its last session")
        planner = ground.planner(lab)
        needles = open_and_see(ground, lab, planner, trial)
        until(
            lambda: ground.cover_address in read_sessions(lab.own.profile),
            what="the tab in the browser's session file",
        )
        trial.has_left = True
        lab.own.kill()
        see_nothing_on_disk(trial, lab.disk_of_dead(with_control(ground, needles)))
        lab.start(is_restoring=True)
        trial.done.append("Killed the browser with the space open and restored its session.")
        back = reopened(ground, lab)
        expect_cover(back)
        back.open(ground.secret)
        back.go("People")
        # Nothing that was shown as kept may be lost either.
        typed = next(each for each in needles if (each.name, each.form) == ("typed", "utf-8"))
        back.page.get_by_text(typed.data.decode()).wait_for()


def reopened(ground: Ground, lab: Lab) -> Planner:
    """Wait until the tab is back."""
    page = lab.show(ground.cover_address)
    return Planner(page, way_in=ground.way_in(page))


PROBE = Probe(
    "reopening",
    ("P2", "P4", "P8"),
    (
        Case("closed tab", "A closed tab is opened again", closed_tab),
        Case("restored session", "The session is restored after a crash", restored),
    ),
)
