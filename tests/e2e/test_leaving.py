"""However one leaves: the cover, at once, and nothing of the plan on disk or in memory.

Each way is tried on the same space, each with a fresh canary that must be found before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Playwright

from pwa.audit.drive import ways
from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.keys import box_keys, find_box
from pwa.audit.drive.lab import Lab
from pwa.audit.scan.canary import Needle, key_needles, make_canary, text_needles
from pwa.audit.scan.processes import renderers
from tests.e2e.server import Server

SECRET = "green kettle walks on quiet stairs"
PACK = "Words only you two know, and what they mean."


@dataclass(slots=True)
class Kept:
    """A space on a browser of our own, with the cover on the screen."""

    lab: Lab
    planner: Planner

    def keys(self) -> list[Needle]:
        """Work out the keys of this moment: every save makes a new one."""
        found = box_keys(find_box(self.lab.own.profile), SECRET)
        return [needle for name, key in found.items() for needle in key_needles(name, key)]


@pytest.fixture(scope="module")
def kept(
    playwright: Playwright,
    chromium: str,
    server: Server,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Kept]:
    profile = tmp_path_factory.mktemp("leaving") / "profile"
    lab = Lab(playwright, OwnBrowser(chromium, profile), server.origin)
    first = FirstRun(lab.start())
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.finish()
    first.leave()
    first.expect_cover()
    yield Kept(lab, Planner(lab.page))
    lab.own.kill()


@pytest.mark.parametrize("way", ways.ALL, ids=lambda way: way.name)
def test_nothing_is_left(kept: Kept, way: ways.Way) -> None:
    lab, planner = kept.lab, kept.planner
    canary = make_canary()
    write_canary(planner, canary)
    planner.kept()
    way.prepare(lab, planner)
    needles = [
        *text_needles("typed", canary),
        *text_needles("secret", SECRET),
        *text_needles("pack", PACK),
        *kept.keys(),
    ]
    control = lab.memory(needles)
    assert control.names() >= {"typed", "pack"}, str(control)
    assert any(name.startswith("dek") for name in control.names()), str(control)
    pages = renderers(lab.own.pid)
    left_at_s = way.leave(lab, planner)
    try:
        lab.assert_clean(needles, left_at_s)
        assert pages - renderers(lab.own.pid), "the page's old process lives on"
    finally:
        way.restore(lab, planner)
    planner.expect_cover()
    lab.watch.check()


def write_canary(planner: Planner, canary: str) -> None:
    """Open the space and write the canary into it as somebody's name."""
    planner.page.reload()
    planner.open(SECRET)
    planner.go("People")
    planner.press("Add someone")
    planner.field("Name to use").press_sequentially(canary)
