"""Measure both exits in the same way: gone, usable, back, and what stays."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page, Playwright

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import touch
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.line import FAST, Line, Pace
from pwa.audit.errors import TookTooLong
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probes.traces import write_fresh
from pwa.audit.scan.canary import Needle, make_canary, text_needles
from tools.exit_compared.theirs import HOST, PLAIN, Theirs

NEVER_S = 10.0
SETTLE_MS = 700
AFTER_S = 2.5

WATCH = """() => addEventListener("pointerdown", (event) => {
  const isGone = %s;
  const look = () => requestAnimationFrame(() => {
    if (!isGone()) return look();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      console.debug(`gone ${performance.now() - event.timeStamp}`);
      live();
    };
    port2.postMessage(0);
  });
  const live = () => setTimeout(() => {
    if (document.getElementById("app")?.inert !== false) return live();
    console.debug(`live ${performance.now() - event.timeStamp}`);
  });
  look();
}, true)"""
OURS_GONE = "() => ![...document.body.children].some((each) => each.shadowRoot)"
THEIRS_GONE = "() => document.body.classList.contains('govuk-exit-this-page-hide-content')"


@dataclass
class Measured:
    """What one exit did on one line: milliseconds, and in how many rounds Back brought it back."""

    gone: list[float] = field(default_factory=list)
    live: list[float] = field(default_factory=list)
    """Until the cover that was bared can be used; only ours has one."""

    usable: list[float] = field(default_factory=list)
    never: int = 0
    back: int = 0
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Stays:
    """Hits of what was typed and shown, two seconds after leaving and after the browser's end."""

    before: int
    memory: int
    disk: int


def ours(ground: Ground, pace: Pace, rounds: int) -> Measured:
    """Leave the open space `rounds` times."""
    measured = Measured(rounds=rounds)
    line = Line(ground.address)
    with ground.lab(flags=(line.flag,)) as lab:
        planner = ground.planner(lab)
        ground.way_in(lab.page).wait_for_worker()
        _listen(lab.page, measured)
        for _ in range(rounds):
            # The space is opened with a network, to be fair to both.
            line.set(FAST)
            planner.open(ground.secret)
            planner.page.evaluate(WATCH % OURS_GONE)
            line.set(pace)
            lab.page.wait_for_timeout(SETTLE_MS)
            at_s = planner.touch_close(lab.session())
            planner.expect_cover()
            measured.usable.append((time.monotonic() - at_s) * 1000)
            with suppress(Error):
                lab.page.evaluate("history.back()")
            lab.page.wait_for_timeout(SETTLE_MS)
            measured.back += planner.close_button.count() > 0
            line.set(FAST)
            ground.way_in(lab.page).open(ground.cover_address)
    line.close()
    return measured


def theirs(
    playwright: Playwright, executable: str, folder: Path, pace: Pace, rounds: int
) -> Measured:
    """Leave the page with their button, each time from a fresh profile: nobody leaves warmed up."""
    measured = Measured(rounds=rounds)
    for _ in range(rounds):
        with _their_lab(playwright, executable, folder) as (lab, server, lines):
            _listen(lab.page, measured)
            lab.page.goto(server.address)
            lab.page.evaluate(WATCH % THEIRS_GONE)
            _set(lines, pace)
            lab.page.wait_for_timeout(SETTLE_MS)
            at_s = _touch_theirs(lab)
            try:
                _wait_for_ordinary(lab, at_s)
                measured.usable.append((time.monotonic() - at_s) * 1000)
            except TookTooLong:
                measured.never += 1
            with suppress(Error):
                lab.page.go_back(timeout=5_000)
            lab.page.wait_for_timeout(SETTLE_MS)
            shown = lab.page.get_by_text(PLAIN)
            measured.back += shown.count() > 0 and shown.is_visible()
    return measured


def what_stays_of_ours(ground: Ground) -> Stays:
    """Type, leave, look."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        needles = write_fresh(ground, lab, planner, Trial("", "", (), "", ""))
        before = len(lab.memory(needles).hits)
        planner.leave()
        planner.expect_cover()
        return _look(lab, needles, before)


def what_stays_of_theirs(playwright: Playwright, executable: str, folder: Path) -> Stays:
    """Type, leave, look."""
    with _their_lab(playwright, executable, folder) as (lab, server, _):
        lab.page.goto(server.address)
        canary = make_canary()
        lab.page.locator("#notes").press_sequentially(canary)
        needles = [*text_needles("typed", canary), *text_needles("shown", PLAIN)]
        before = len(lab.memory(needles).hits)
        _wait_for_ordinary(lab, _touch_theirs(lab))
        return _look(lab, needles, before)


def _look(lab: Lab, needles: Sequence[Needle], before: int) -> Stays:
    lab.page.wait_for_timeout(AFTER_S * 1000)
    memory = len(lab.memory(needles).hits)
    lab.stop()
    return Stays(before, memory, len(lab.disk_of_dead(needles).hits))


def _touch_theirs(lab: Lab) -> float:
    session = lab.session()
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    return touch(session, lab.page.get_by_role("button", name="Exit this page"))


def _wait_for_ordinary(lab: Lab, since_s: float) -> None:
    while time.monotonic() - since_s < NEVER_S:
        with suppress(Error):
            if HOST in lab.page.url and lab.page.get_by_role("heading", name="Weather").count():
                return
        lab.page.wait_for_timeout(10)
    raise TookTooLong("no ordinary page came")


def _listen(page: Page, measured: Measured) -> None:
    def note(message: ConsoleMessage) -> None:
        if message.text.startswith("gone "):
            measured.gone.append(float(message.text.split()[1]))
        elif message.text.startswith("live "):
            measured.live.append(float(message.text.split()[1]))

    page.on("console", note)


def _set(lines: list[Line], pace: Pace) -> None:
    for line in lines:
        line.set(pace)


@contextmanager
def _their_lab(
    playwright: Playwright, executable: str, folder: Path
) -> Iterator[tuple[Lab, Theirs, list[Line]]]:
    server = Theirs()
    lines = [Line(server.address), Line(f"https://127.0.0.1:{server.port}")]
    port = server.address.rsplit(":", 1)[1]
    rules = f"MAP 127.0.0.1:{port} 127.0.0.1:{lines[0].own_port}"
    rules += f", MAP {HOST}:443 127.0.0.1:{lines[1].own_port}"
    flags = (f"--host-resolver-rules={rules}", "--ignore-certificate-errors")
    profile = Path(tempfile.mkdtemp(dir=folder))
    lab = Lab(playwright, OwnBrowser(executable, profile, flags), server.address)
    try:
        lab.start()
        yield lab, server, lines
    finally:
        lab.own.kill()
        for line in lines:
            line.close()
        server.close()
