"""Reminders from end to end in Firefox: made through the screens, sent by the sender, shown.

Nothing is put in the place of anything: browser, server and sender are the real ones, and the push
service between them speaks what Firefox and web push ask of one.
"""

import sqlite3
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from pwa.audit.drive import erasing
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.wait import until
from pwa.audit.drive.watch import Watch
from pwa.audit.engines import FIREFOX
from pwa.audit.scan.canary import text_needles
from pwa.audit.scan.disk import scan_disk
from tests.e2e.autopush import Autopush
from tests.e2e.pushing import shown
from tests.e2e.reminding import LINE, make_space, to_remind, turn_on
from tests.e2e.server import PWA, Server, start_server

SECRET = "three tall jars and a blue door"
DUE_WITHIN_S = 40.0


@dataclass
class Sending:
    """A server that takes this machine's push service, and its rows.

    Rows of an earlier test stay: their push service is gone.
    """

    server: Server
    var: Path

    def rows(self) -> int:
        """Count the reminders."""
        with sqlite3.connect(self.var / "pwa.sqlite") as database:
            count: int = database.execute("SELECT count(*) FROM reminder").fetchone()[0]
        return count

    def endpoints(self) -> set[bytes]:
        """Return what the server knows the endpoints by."""
        with sqlite3.connect(self.var / "pwa.sqlite") as database:
            found = database.execute("SELECT endpoint_hash FROM reminder").fetchall()
        return {bytes(each) for (each,) in found}

    def send_all(self) -> "subprocess.Popen[bytes]":
        """Let the time of every reminder come, and start the sender."""
        with sqlite3.connect(self.var / "pwa.sqlite") as database:
            database.execute("UPDATE reminder SET ready_at_s = ?", (int(time.time()) - 1,))
        return subprocess.Popen([str(PWA), "reminders", "run"], env=self.server.environ)


@pytest.fixture(scope="module")
def firefox() -> str:
    """The system's Firefox."""
    path = FIREFOX.find()
    if path is None:
        pytest.skip("no Firefox: install Debian's package firefox-esr")
    return path


@pytest.fixture
def push() -> Iterator[Autopush]:
    """The push service of this machine."""
    push = Autopush()
    yield push
    push.stop()


@pytest.fixture(scope="module")
def sending(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sending]:
    """The product with reminders that may go to this machine, and no sender of its own."""
    var = tmp_path_factory.mktemp("sending")
    server = start_server(var, settings={"PWA_PUSH_LOOPBACK": "on"})
    yield Sending(server, var)
    server.stop()


@pytest.fixture
def page(
    playwright: Playwright, firefox: str, push: Autopush, sending: Sending, tmp_path: Path
) -> Iterator[Page]:
    """A Firefox that knows this push service and may show notifications."""
    context: BrowserContext = playwright.firefox.launch_persistent_context(
        tmp_path / "profile",
        channel="moz-firefox",
        executable_path=firefox,
        headless=True,
        viewport={"width": 360, "height": 740},
        locale="en-US",
        firefox_user_prefs=push.prefs(),
    )
    watch = Watch(context, sending.server.origin)
    yield context.pages[0] if context.pages else context.new_page()
    watch.problems_only()
    context.close()


def start(page: Page, sending: Sending) -> Planner:
    """Make a space with a reminder on; ends at Home."""
    planner = Planner(page)
    make_space(planner, sending.server.address(), sending.server.code, SECRET)
    turn_on(planner)
    return planner


def test_reminder_made_inside_is_sent_wakes_the_worker_and_shows_its_line(
    page: Page, push: Autopush, sending: Sending
) -> None:
    before = sending.rows()
    planner = start(page, sending)
    assert sending.rows() == before + 1
    planner.opened().leave()
    planner.expect_cover()
    first = set(push.channels)
    sender = sending.send_all()
    try:
        until(lambda: set(push.acked) == first, DUE_WITHIN_S, "the first push")
        until(lambda: shown(page) == [LINE], what="the line")
        assert [post["body"] for post in push.posts] == [""]

        known = sending.endpoints()
        push.forget_browsers()
        until(lambda: sending.endpoints() != known, DUE_WITHIN_S, "another endpoint")
        second = set(push.channels)
        assert len(second - first) == 1
        sender.terminate()
        sender.wait(20)
        sender = sending.send_all()
        until(lambda: second <= set(push.acked), DUE_WITHIN_S, "a push to the other endpoint")
    finally:
        sender.terminate()
        sender.wait(20)


def test_off_and_erased_nothing_is_left_of_it(
    page: Page, push: Autopush, sending: Sending, tmp_path: Path
) -> None:
    before = sending.rows()
    planner = start(page, sending)
    to_remind(planner)
    planner.press("Turn it off")
    page.get_by_text("On which days is that safe?").wait_for()
    until(lambda: sending.rows() == before, what="no row")
    until(lambda: push.channels == {}, what="no endpoint")

    planner.home()
    with page.expect_response(lambda answer: answer.status == 201) as made:
        turn_on(planner)
    reminder_id: str = made.value.json()["id"]
    needles = [*text_needles("id", reminder_id), *text_needles("line", LINE)]
    names = {hit.name for hit in scan_disk(tmp_path / "profile", needles).hits}
    assert names == {"line"}, names

    erasing.to_erase(planner)
    erasing.press_erase(planner)
    planner.expect_cover()
    until(lambda: sending.rows() == before, what="no row")
    until(lambda: push.channels == {}, what="no endpoint")
