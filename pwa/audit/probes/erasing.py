"""Erasing destroys: the wrapped keys are gone from every file, and the cover goes on."""

import time
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from urllib.parse import urlsplit

from pwa.audit.drive import clock
from pwa.audit.drive.entries import ERASERS, USUAL
from pwa.audit.drive.erasing import (
    hold_erase,
    make_eraser,
    press_erase,
    ready,
    to_erase,
)
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.keys import wrapped_keys
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.wait import until
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Look, Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.looking import see_nothing_on_disk, with_control
from pwa.audit.probes.traces import write_fresh
from pwa.audit.scan.canary import Needle, key_needles
from pwa.audit.scan.rows import profile_rows, rows_about
from pwa.audit.scan.stores import SESSIONS

GONE_WITHIN_S = 1.0
SAVES = 4
MORE = " and"
NO_KEYS: Mapping[str, bytes] = MappingProxyType({})
OPENS_WITHIN_MS = 3_000
THE_BROWSERS_OWN = (
    "Default/History: ",
    "Default/Top Sites: ",
    "Default/Favicons: ",
    "Default/DIPS: ",
    "Default/WebStorage/QuotaManager: ",
    "segmentation_platform/ukm_db: ",
    "places.sqlite: ",
    "favicons.sqlite: ",
    "permissions.sqlite: ",
    "bounce-tracking-protection.sqlite: ",
    "storage.sqlite: ",
    "storage/default/",
    "storage/default: ",
    "icons/WebpageIcons.db: ",
    "data/serviceworkers/",
    SESSIONS,
)
"""Where the browsers themselves note down which pages there were; no page can remove it. The fresh
cover that then comes up keeps files and worker again: `storage/default`, `serviceworkers`."""

SAYS = "It cannot remove copies that someone made before, or the browser's own list of pages."


def save_often(ground: Ground, lab: Lab, planner: Planner, trial: Trial) -> dict[str, bytes]:
    """Write on in the field that is open; returns the wrapped keys that each save took away."""
    met = [wrapped_keys(lab.box(), ground.secret)]

    def is_saved(count: int) -> bool:
        now = wrapped_keys(lab.box(), ground.secret)
        if now != met[-1]:
            met.append(now)
        return len(met) > count

    for _ in range(SAVES):
        planner.field("Name to use").press_sequentially(MORE)
        until(partial(is_saved, len(met)), what="another save in the box")
    planner.kept()
    last = wrapped_keys(lab.box(), ground.secret).values()
    seen = dict.fromkeys(key for keys in met for key in keys.values() if key not in last)
    trial.done.append(f"Wrote on until it was saved {SAVES} times more.")
    return {f"earlier wrapped dek {at}": key for at, key in enumerate(seen, 1)}


def see_wrapped(
    ground: Ground, lab: Lab, trial: Trial, earlier: Mapping[str, bytes] = NO_KEYS
) -> list[Needle]:
    """Show that the wrapped keys are seen in the box before; returns them and the earlier ones."""
    wrapped = wrapped_keys(lab.box(), ground.secret)
    needles = needles_of({**wrapped, **earlier})
    scan = lab.disk(needles)
    trial.looks.append(Look("disk", "before", scan))
    if not wrapped or not wrapped.keys() <= scan.names():
        raise Unable("the wrapped keys were not seen on the disk before erasing")
    trial.control.append(f"On disk before: {', '.join(sorted(wrapped))}.")
    if earlier:
        left = len(earlier.keys() & scan.names())
        trial.facts["wrapped keys of earlier saves, before erasing"] = (
            f"{left} of {len(earlier)} still in files"
        )
    return needles


def needles_of(keys: Mapping[str, bytes]) -> list[Needle]:
    """List every form of these keys."""
    return [each for name, data in keys.items() for each in key_needles(name, data)]


def see_gone(lab: Lab, trial: Trial, needles: Sequence[Needle], erased_at_s: float) -> None:
    """Fail unless no file holds a wrapped key within a second."""
    while True:
        began_s = time.monotonic() - erased_at_s
        scan = lab.disk(needles)
        if not scan.hits or began_s > GONE_WITHIN_S:
            break
        trial.facts["last seen"] = f"in a look that began {began_s:.2f} s after"
    trial.looks.append(Look("disk", "after", scan))
    trial.facts["files clean"] = f"in a look that began {began_s:.2f} s after"
    if scan.hits:
        raise Leaked(f"wrapped keys are still there: {scan.hits[0]}")
    if began_s > GONE_WITHIN_S:
        raise Unable(f"the first look that found nothing began {began_s:.2f} s after")
    if scan.unread:
        raise Unable(f"could not be read: {', '.join(scan.unread[:5])}")


def see_cover_offline(ground: Ground, lab: Lab, planner: Planner, trial: Trial) -> None:
    """Open the cover without a network; what opened the space is an ordinary entry now."""
    lab.set_offline(True)
    lab.page.reload()
    ground.way_in(lab.page).enter(ground.secret)
    lab.page.wait_for_timeout(OPENS_WITHIN_MS)
    trial.done.append("Without a network, loaded the cover again and entered the old secret.")
    if planner.close_button.count() > 0:
        raise Leaked("the secret still opens something")


def held(ground: Ground, trial: Trial) -> None:
    """Hold the button for three seconds."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        write_fresh(ground, lab, planner, trial)
        earlier = save_often(ground, lab, planner, trial)
        planner.home()
        needles = see_wrapped(ground, lab, trial, earlier)
        to_erase(planner)
        trial.has_left = True
        hold_erase(planner)
        erased_at_s = time.monotonic()
        trial.done.append("Held the button in Settings for three seconds.")
        see_gone(lab, trial, needles, erased_at_s)
        planner.expect_cover()
        see_cover_offline(ground, lab, planner, trial)


def by_entry(ground: Ground, trial: Trial) -> None:
    """Enter the erase secret into the cover, without a network."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        planner.open(ground.secret)
        make_eraser(planner, ERASERS[ground.cover])
        ready(planner)
        # From the next page on.
        lab.page.add_init_script(clock.SCRIPT)
        planner.leave()
        planner.expect_cover()
        needles = see_wrapped(ground, lab, trial)
        lab.set_offline(True)
        trial.has_left = True
        before = clock.count(lab.page)
        ground.way_in(lab.page).enter(ERASERS[ground.cover])
        # Its work is the same as for every other entry, so there is nothing to see.
        clock.wait_for_more(lab.page, before)
        erased_at_s = time.monotonic()
        trial.done.append("Entered the erase secret into the cover, without a network.")
        see_gone(lab, trial, needles, erased_at_s)
        if planner.close_button.count() > 0:
            raise Leaked("the erase secret opened something")
        see_cover_offline(ground, lab, planner, trial)


def everything(ground: Ground, trial: Trial) -> None:
    """Remove the cover's own data too; only what no page can remove may stay."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        ground.way_in(lab.page).enter(USUAL[ground.cover])
        needles = write_fresh(ground, lab, planner, trial)
        planner.home()
        wrapped = see_wrapped(ground, lab, trial)
        to_erase(planner, is_everything=True)
        if planner.page.get_by_text(planner.say(SAYS)).count() == 0:
            raise Leaked("the screen does not say what it cannot remove")
        trial.has_left = True
        press_erase(planner)
        planner.expect_cover()
        lab.page.goto("about:blank")
        lab.stop()
        trial.done.append("Had everything removed, then ended the browser in good order.")
        scan = lab.disk_of_dead(with_control(ground, [*needles, *wrapped]))
        see_nothing_on_disk(trial, scan, keeps_cover=False)
        host = urlsplit(ground.address).netloc
        left = rows_about(profile_rows(lab.own.profile), host)
        trial.facts["what no page can remove"] = "; ".join(
            f"{name} {len(rows)}" for name, rows in left.items()
        )
        odd = [name for name in left if not name.startswith(THE_BROWSERS_OWN)]
        if odd:
            raise Leaked(f"more stays than a page cannot remove: {', '.join(sorted(odd))}")


PROBE = Probe(
    "erasing",
    ("P5", "P2", "P9"),
    (
        Case("held", "The button is held for three seconds", held),
        Case("by entry", "The erase secret is entered, offline", by_entry),
        Case("everything", "Everything is removed, the cover's lists too", everything),
    ),
)
