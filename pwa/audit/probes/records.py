"""The browser writes down by itself what it writes down of somebody with only a cover."""

import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.drive.wait import until
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import USUAL, Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.traces import write_fresh
from pwa.audit.scan.records import read_records
from pwa.audit.scan.rows import differences, profile_rows, rows_about, settings_about

SEEN_WITHIN_S = 120.0
WATCH_TITLE = """() => new MutationObserver(() => console.debug(`titled ${document.title}`))
  .observe(document.head, { childList: true, characterData: true, subtree: true })"""

NOTED_S = 8.0
"""Firefox notes down a page's description when the page has been there for some seconds."""

DIGEST = "Default/Top Sites: top_sites"
"""Chromium's digest of its history, made some time after its start: whoever stays longer has it."""

ACTIVE = "Default/DIPS: bounces"
"""Where Chromium notes down, some time later, that a page was touched."""


def use_space(ground: Ground, lab: Lab, trial: Trial) -> None:
    """Open the space, write, leave, and end the browser in good order."""
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
    write_fresh(ground, lab, planner, trial)
    if titles:
        raise Leaked(f"the page was {titles[0]}")
    trial.has_left = True
    planner.leave()
    planner.expect_cover()
    wait_for_worker(lab.page)
    lab.page.goto(ground.cover_address)
    trial.done.append("Closed it, opened the cover once more, and ended the browser.")


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
    """Compare every table of every database of the two profiles, and where settings name it."""
    with ground.lab() as space, ground.lab(has_space=False) as cover:
        use_cover(ground, cover, trial)
        cover.stop()
        use_space(ground, space, trial)
        space.stop()
        mine, theirs = profile_rows(space.own.profile), profile_rows(cover.own.profile)
        host = urlsplit(ground.address).netloc
        about = settings_about(space.own.profile, host), settings_about(cover.own.profile, host)
        trial.facts["tables"] = f"{len(mine)}, with {sum(map(len, mine.values()))} rows"
        trial.facts["rows about the address"] = "; ".join(
            f"{name} {len(rows)}" for name, rows in rows_about(mine, host).items()
        )
        trial.facts["settings that name the address"] = str(len(about[0]))
        here, there = rows_about(mine, host), rows_about(theirs, host)
        _see_digest(ground, cover, here.pop(DIGEST, frozenset()))
        there.pop(DIGEST, None)
        told = differences(here, there)
        told += [f"settings: {each}" for each in sorted(about[0] ^ about[1])]
        _see_difference(ground, cover, trial)
        if told:
            raise Leaked(f"{len(told)} rows differ: {'; '.join(told[:8])}")
        if ground.engine == "chromium":
            _see_addresses(ground, space, trial)


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


def _see_difference(ground: Ground, cover: Lab, trial: Trial) -> None:
    """Show that one visit more is seen: the control."""
    before = profile_rows(cover.own.profile)
    tiny = TinyServer("control")
    try:
        cover.start()
        cover.page.goto(f"{tiny.url}/drawn/elsewhere")
        if ground.engine == "webkit":
            time.sleep(NOTED_S)
        cover.stop()
    finally:
        tiny.shutdown()
        tiny.server_close()
    told = differences(before, profile_rows(cover.own.profile))
    if not any("elsewhere" in each for each in told):
        raise Unable("one visit more made no difference that was seen")
    trial.control.append(f"One visit to another page made {len(told)} rows differ.")


PROBE = Probe(
    "records",
    ("P1", "P3"),
    (
        Case(
            "rows",
            "History, icons, sessions, site data, form and password stores say only the cover",
            same_rows,
        ),
    ),
)
