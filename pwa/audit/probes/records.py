"""The browser writes down by itself what it writes down of somebody with only a cover."""

import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.entries import USUAL
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.wait import until
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.looking import see_nothing_on_disk, with_control
from pwa.audit.probes.recorded import NOTED_S, see_difference, see_sessions, site_texts
from pwa.audit.probes.revealing import reveals
from pwa.audit.probes.traces import write_fresh
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.records import read_records
from pwa.audit.scan.rows import WHOLE, differences, profile_rows, rows_compared, settings_about
from pwa.audit.scan.stores import SESSIONS

SEEN_WITHIN_S = 120.0
WATCH_TITLE = """() => new MutationObserver(() => console.debug(`titled ${document.title}`))
  .observe(document.head, { childList: true, characterData: true, subtree: true })"""

DIGEST = "Default/Top Sites: top_sites"
"""Chromium's digest of its history, made some time after its start: whoever stays longer has it."""

ACTIVE = "Default/DIPS: bounces"
"""Where Chromium notes down, some time later, that a page was touched."""


def use_space(ground: Ground, lab: Lab, trial: Trial) -> list[Needle]:
    """Open the space, write, leave, and show the cover again; returns all there is to look for."""
    titles: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # The head may change in other ways.
        if message.text.startswith("titled ") and message.text != f"titled {cover}":
            titles.append(message.text)

    lab.page.on("console", listen)
    planner = ground.planner(lab)
    cover = lab.page.title()
    lab.page.evaluate(WATCH_TITLE)
    lab.page.evaluate("document.title = 'another'")
    lab.page.evaluate("cover => { document.title = cover; }", cover)
    if not titles:
        raise Unable("a change of the title was not seen")
    titles.clear()
    ground.way_in(lab.page).enter(USUAL[ground.cover])
    needles = write_fresh(ground, lab, planner, trial)
    if titles:
        raise Leaked(f"the page was {titles[0]}")
    trial.has_left = True
    planner.leave()
    planner.expect_cover()
    wait_for_worker(lab.page)
    lab.page.goto(ground.cover_address)
    trial.done.append("Closed it, opened the cover once more, and ended the browser.")
    return needles


def use_cover(ground: Ground, lab: Lab, trial: Trial) -> None:
    """Use the cover as its owner does, and put it away once."""
    ground.use_cover(lab.page)
    wait_for_worker(lab.page)
    if ground.engine == "chromium":
        _wait_for_note(lab)
    else:
        time.sleep(NOTED_S)
    trial.done.append("In another profile, used only the cover, and put it away once.")


def _wait_for_note(lab: Lab) -> None:
    until(
        lambda: _is_noted(lab),
        timeout_s=SEEN_WITHIN_S,
        what="the browser's note that the page was touched",
    )


def _is_noted(lab: Lab) -> bool:
    # The browser runs: what it is just writing, or taking away, is looked at once more.
    with suppress(OSError, sqlite3.Error):
        return ACTIVE in profile_rows(lab.own.profile)
    return False


def same_rows(ground: Ground, trial: Trial) -> None:
    """Compare what the two profiles keep in databases, sessions, stores and settings."""
    with ground.lab() as space, ground.lab(has_space=False) as cover:
        use_cover(ground, cover, trial)
        cover.stop()
        needles = use_space(ground, space, trial)
        space.stop()
        mine, theirs = profile_rows(space.own.profile), profile_rows(cover.own.profile)
        host = urlsplit(ground.address).netloc
        about = settings_about(space.own.profile, host), settings_about(cover.own.profile, host)
        here, there = rows_compared(mine, host), rows_compared(theirs, host)
        trial.facts["tables"] = f"{len(mine)}, with {sum(map(len, mine.values()))} rows"
        trial.facts["rows compared"] = "; ".join(
            f"{name} {len(rows)}" for name, rows in here.items() if rows
        )
        trial.facts["compared whole"] = f"{len(list(filter(WHOLE.search, mine)))} tables"
        trial.facts["settings that name the address"] = str(len(about[0]))
        if ground.engine == "firefox":
            # It may not write so short a session down; its history says what would stand there.
            visits = theirs["places.sqlite: kinds of visits"]
            pages = [visit[::2] for visit in visits if visit[0] == ground.cover_address]
            there[SESSIONS] = frozenset([(ground.cover_address,), *pages])
        _see_digest(ground, cover, here.pop(DIGEST, frozenset()))
        there.pop(DIGEST, None)
        told = differences(here, there)
        told += [f"settings: {each}" for each in sorted(about[0] ^ about[1])]
        see_difference(ground, cover, trial)
        if ground.engine != "webkit":
            see_sessions(here)
        if told:
            raise Leaked(f"{len(told)} rows differ: {'; '.join(told[:8])}")
        see_nothing_on_disk(trial, space.disk_of_dead(with_control(ground, needles)))
        if ground.engine != "webkit":
            _see_words(ground, space, trial)
        if ground.engine == "chromium":
            _see_addresses(ground, space, trial)


def _see_words(ground: Ground, space: Lab, trial: Trial) -> None:
    """Fail when a store of sites' data or notifications holds a revealing word."""
    texts = list(site_texts(space.own.profile))
    if not any(ground.planted.control in text for _, text in texts):
        raise Unable("what another page had stored was not seen in the stores")
    reveals(trial, texts, "stored by sites")


def _see_digest(ground: Ground, cover: Lab, rows: Iterable[tuple[str, ...]]) -> None:
    """Fail when the digest names an address or a title that a cover-only history does not."""
    known = {ground.cover_address, *read_records(cover.own.profile).titles}
    for row in rows:
        odd = [cell for cell in row if cell not in known and not cell.isdigit()]
        if odd:
            raise Leaked(f"the browser's list of usual pages says {', '.join(odd)}")


def _see_addresses(ground: Ground, space: Lab, trial: Trial) -> None:
    """Fail when history, icons or session files hold another address of the deployment."""
    records = read_records(space.own.profile)
    trial.facts["titles in the history"] = ", ".join(sorted(filter(None, records.titles)))
    known = {ground.address, f"{ground.address}/", ground.cover_address}
    seen = records.urls | records.icons | records.sessions
    odd = {url for url in seen if ground.address in url} - known
    if odd:
        raise Leaked(f"addresses were noted down: {', '.join(sorted(odd))}")


PROBE = Probe(
    "records",
    ("P1", "P3"),
    (
        Case(
            "rows",
            "Rows on the address, sessions, settings, forms, site stores: as after the cover alone",
            same_rows,
        ),
    ),
)
