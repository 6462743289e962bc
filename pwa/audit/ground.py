"""What every probe stands on: a deployment, a browser, and profiles to start from."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright

from pwa.audit.answers import ask_all
from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.covers import COVERS, Cover
from pwa.audit.drive.entries import USUAL, make_secret, shown_forms
from pwa.audit.drive.firefox import FirefoxLab, OwnFirefox
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.keys import box_keys
from pwa.audit.drive.kit.lab import KitLab
from pwa.audit.drive.kit.own import OwnKit
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.netlog import flag as netlog_flag
from pwa.audit.drive.plants import Planted, plant_control, plant_everywhere
from pwa.audit.drive.wait import until
from pwa.audit.errors import Beyond, TookTooLong, Unable
from pwa.audit.model import Answer
from pwa.audit.scan.canary import Needle, key_needles, text_needles

KEPT = "cover's entry"
"""What the needle of the usual entry is called."""

AWAY_S = 3.0
SETTLE_MS = 1_500
SHOWN = "Words only you two know, and what they mean."
"""A line that the app shows and nobody types: it must be gone with everything else."""


def put_away(lab: Lab) -> None:
    """Look at another page for a while, as everybody does sooner or later, and come back."""
    lab.page.evaluate("globalThis.isFirst = true")
    until(lambda: _is_freshened_when_hidden(lab), what="the cover's fresh page")
    lab.show_again()


def _is_freshened_when_hidden(lab: Lab) -> bool:
    """Put the page away for a moment: it stays as it is while something is not saved yet."""
    lab.hide()
    with suppress(TookTooLong):
        until(lambda: is_freshened(lab.page), AWAY_S)
        return True
    lab.show_again()
    time.sleep(AWAY_S)
    return False


def is_freshened(page: Page) -> bool:
    """Say whether the page that was there first has been replaced by a fresh one."""
    # Between two pages there is none to ask.
    with suppress(Error):
        return bool(page.evaluate("!globalThis.isFirst && crossOriginIsolated"))
    return False


@dataclass
class Ground:
    """A deployment under audit, seen through one engine and one cover.

    `address` is the deployment's origin; `folder` is where profiles may be made.
    """

    playwright: Playwright
    executable: str
    address: str
    folder: Path
    code: str | None = None
    cover: str = "list"
    rounds: int = 200
    requests: list[str] = field(default_factory=list)
    planted: Planted = field(default_factory=Planted)
    is_headed: bool = False
    most_sections: int | None = None
    """How many sections of the plan hold canaries; all, if nothing is said."""
    engine: str = "chromium"
    version: str = ""
    """The engine's own name for itself, known once it has run."""
    _count: int = 0

    @property
    def cover_address(self) -> str:
        """Return the one address of the cover."""
        return f"{self.address}/{self.cover}/"

    @cached_property
    def secret(self) -> str:
        """Make what opens the space: fresh, so that nothing of an earlier audit is taken for it."""
        return make_secret(self.cover)

    def secret_needles(self) -> list[Needle]:
        """List every form of the secret, also as the calculator shows it."""
        shown = [each for form in shown_forms(self.secret) for each in text_needles("secret", form)]
        return [*text_needles("secret", self.secret), *shown]

    @contextmanager
    def lab(
        self, *, has_space: bool = True, flags: tuple[str, ...] = (), netlog: Path | None = None
    ) -> Iterator[Lab]:
        """Start a browser on a copy of a profile; kill it in the end.

        `flags` are Chromium's; `netlog` is where everything asked of the network is noted down.
        """
        seed = self.with_space if has_space else self.cover_only
        self._count += 1
        profile = self.folder / f"profile-{self._count}"
        shutil.copytree(seed, profile, symlinks=True)
        with self._running(profile, flags, netlog) as lab:
            yield lab
        shutil.rmtree(profile, ignore_errors=True)

    @contextmanager
    def _running(
        self, profile: Path, flags: tuple[str, ...] = (), netlog: Path | None = None
    ) -> Iterator[Lab]:
        lab = self._make(profile, flags, netlog)
        try:
            lab.start()
            self.version = lab.version()
            try:
                yield lab
            finally:
                self.requests += lab.requests()
        finally:
            lab.own.kill()

    def _make(self, profile: Path, flags: tuple[str, ...], netlog: Path | None) -> Lab:
        if self.engine == "chromium":
            flags += (netlog_flag(netlog),) if netlog else ()
            own = OwnBrowser(self.executable, profile, flags, self.is_headed)
            return Lab(self.playwright, own, self.address)
        if flags:
            raise Beyond("the flags that this needs are Chromium's")
        if self.engine == "webkit":
            kit = OwnKit(self.executable, profile, self.is_headed, netlog)
            return KitLab(self.playwright, kit, self.address)
        firefox = OwnFirefox(self.executable, profile, self.is_headed, netlog)
        return FirefoxLab(self.playwright, firefox, self.address)

    @cached_property
    def answers(self) -> list[Answer]:
        """Ask the deployment for everything that anybody is served, once."""
        return ask_all(self.address, [self.cover])

    def _fresh(self, name: str) -> Path:
        # A try that failed may have left half a profile.
        profile = self.folder / name
        shutil.rmtree(profile, ignore_errors=True)
        return profile

    @cached_property
    def cover_only(self) -> Path:
        """Make a profile in which only the cover was used."""
        profile = self._fresh("cover only")
        with self._running(profile) as lab:
            plant_control(lab, self.planted)
            self.use_cover(lab.page)
            put_away(lab)
            lab.stop()
        return profile

    @cached_property
    def with_space(self) -> Path:
        """Make a profile with a space in it, canaries written in every kind of field."""
        if self.code is None:
            raise Unable("no start code was given (--start-code), so no space can be made")
        profile = self._fresh("with space")
        with self._running(profile) as lab:
            plant_control(lab, self.planted)
            self.use_cover(lab.page)
            first = FirstRun(lab.page, way_in=self.way_in(lab.page))
            first.make_space(self.code, self.secret)
            first.finish()
            plant_everywhere(Planner(lab.page), self.planted, self.most_sections)
            first.leave()
            first.expect_cover()
            lab.stop()
        return profile

    def cover_needle(self) -> Needle:
        """Return the usual entry as the cover's data hold it, in JSON: in its region of the box."""
        return Needle(KEPT, "json", f'["{USUAL[self.cover]}"'.encode())

    def way_in(self, page: Page) -> Cover:
        """Return the cover on a page."""
        return COVERS[self.cover](page)

    def use_cover(self, page: Page) -> None:
        """Open the cover and use it as its owner would, at once."""
        self.way_in(page).begin(self.cover_address).wait_for_worker().enter(USUAL[self.cover])

    def planner(self, lab: Lab) -> Planner:
        """Show the cover in a browser that has a space, ready to open it."""
        self.way_in(lab.page).open(self.cover_address)
        return Planner(lab.page, way_in=self.way_in(lab.page))

    def settled(self, lab: Lab) -> Planner:
        """Show the cover and wait until all of it is drawn, what was entered before as well."""
        planner = self.planner(lab)
        self.way_in(lab.page).wait_for_entry(USUAL[self.cover])
        lab.page.wait_for_timeout(SETTLE_MS)
        return planner

    def keys(self, lab: Lab) -> list[Needle]:
        """Work out every key that the secret leads to in the box as it is: each save makes one."""
        found = box_keys(lab.box(), self.secret)
        return [needle for name, key in found.items() for needle in key_needles(name, key)]
