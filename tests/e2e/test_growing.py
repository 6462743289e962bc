"""What is typed while the box grows: there after leaving at any moment, and after a kill."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from pwa.audit.drive import clock
from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.lab import Lab
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

SECRET = "slow amber kite above two hills"
TEXT = "the door behind the library"
SMALLEST = 2_621_472
# With the next save of what was written, and just before it, the worker is handed a piece that
# needs the third size: 42 MB on the disk.
GROW = """(() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (globalThis.isArmed && message[0] === 4) {
      isArmed = false;
      globalThis.told = [];
      this.addEventListener("message", ({ data: [kind] }) => told.push(kind));
      const bytes = new Uint8Array(1_040_000);
      for (let at = 0; at < bytes.length; at += 65_000)
        crypto.getRandomValues(bytes.subarray(at, at + 65_000));
      post.call(this, [13, [], ["00112233445566aa", bytes]]);
    }
    return post.call(this, message, ...rest);
  };
})()"""
ARM = "globalThis.isArmed = true"
SAVED = 6
FILE_BYTES = """async () => {
  let bytes = 0;
  const folder = await navigator.storage.getDirectory();
  for await (const handle of folder.values())
    bytes = Math.max(bytes, (await handle.getFile()).size);
  return bytes;
}"""


@pytest.fixture
def lab(playwright: Playwright, chromium: str, server: Server, tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(playwright, OwnBrowser(chromium, tmp_path / "profile"), server.origin)
    yield lab
    lab.own.kill()


def make_space(page: Page, server: Server) -> Planner:
    """Make a space and begin to write somebody down."""
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.finish()
    planner = Planner(page)
    planner.go("People")
    planner.press("Add someone")
    return planner


def written(planner: Planner) -> list[str]:
    """Open the space again and return the names under People."""
    planner.open(SECRET)
    planner.go("People")
    planner.heading("People").wait_for()
    rows = planner.page.get_by_role("button", name=re.compile(f"^{TEXT}"))
    return [name.strip() for name in rows.all_inner_texts()]


def test_nothing_typed_while_the_box_grows_is_lost_whenever_close_is_touched(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.context.add_init_script(GROW)
    planner = make_space(page, server)
    names: list[str] = []
    for wait_ms in (0, 260, 320, 420):
        names.append(f"{TEXT} {wait_ms}")
        field = planner.field("Name to use")
        field.press_sequentially(names[-1][:-4])
        clock.settle(page)
        page.evaluate(ARM)
        field.press_sequentially(names[-1][-4:])
        page.wait_for_timeout(wait_ms)
        planner.leave()
        planner.expect_cover()
        assert written(planner) == names
        planner.press("Add someone")


def test_what_was_kept_while_the_box_grows_is_there_after_a_kill(lab: Lab, server: Server) -> None:
    page = lab.start()
    page.context.add_init_script(clock.SCRIPT)
    page.context.add_init_script(GROW)
    planner = make_space(page, server)
    clock.settle(page)
    page.evaluate(ARM)
    planner.field("Name to use").press_sequentially(TEXT)
    planner.kept()
    # Kept before the growth was done that began before it.
    assert page.evaluate("told[0]") == SAVED
    assert page.evaluate(FILE_BYTES) > SMALLEST
    lab.own.kill()
    planner = Planner(lab.start())
    planner.cover.open(server.address())
    assert written(planner) == [TEXT]
